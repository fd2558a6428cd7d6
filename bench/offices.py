"""Invented street offices (街道办事处): their files, units and phones."""

from bench.vocabulary import Words

DISTRICT = "990101"


def hotline(office: int, unit: int) -> str:
    """Give each unit of a district a phone that no other unit has."""
    return f"000-{8000 + office:04d} {1000 + unit:04d}"


def office_class(office: int) -> str:
    """Make every fifth street rural."""
    return "rural" if not (office + 1) % 5 else "urban"


def office_file(words: Words, office: int) -> str:
    """Write `content/offices/<id>.yml` for the street of that number."""
    street, name = words.streets[office]
    code = f"{DISTRICT}{office + 1:03d}"
    lines = [
        f"id: {street}",
        f"name: {name}街道",
        f"full_name: 示范市示范区人民政府{name}街道办事处",
        f'code: "{code}"',
        f"class: {office_class(office)}",
        f"address: {name}大道{office + 1}号",
        "hours:",
        '  - {days: 周一至周五, open: ["09:00-12:00", "13:00-17:00"]}',
        '  - {days: 周六, open: ["09:00-12:00"], note: 仅便民服务中心}',
        f"supervision: {{number: {hotline(office, 0)}}}",
        "names: post",
        "units:",
        *(line for n in range(len(words.units)) for line in _unit(words, office, n)),
        "communities:",
        *(_place(words, office, n) for n in range(len(words.communities))),
    ]
    return "\n".join(lines) + "\n"


def _unit(words: Words, office: int, unit: int) -> list[str]:
    key, name, sort = words.units[unit]
    phone = hotline(office, unit + 1)
    return [
        f"  - id: {key}",
        f"    name: {name}",
        f"    type: {sort}",
        f"    place: 办公楼{unit // 2 + 1}楼{unit // 2 + 1}0{unit + 1}室",
        "    phones:",
        f"      - {{number: {phone}, kind: 咨询, verified: 2026-10-08}}",
        "    posts:",
        "      - {id: head, title: 主任, backup: deputy}",
        "      - {id: deputy, title: 副主任}",
    ]


def _place(words: Words, office: int, place: int) -> str:
    name = f"{words.streets[office][1]}{words.communities[place]}"
    code = f"{DISTRICT}{office + 1:03d}{place + 1:03d}"
    phone = hotline(office, 100 + place)
    names = f"name: {name}社区, also: [{name}]"
    contact = f"address: {name}{place + 1}号, phone: {phone}"
    return f'  - {{code: "{code}", {names}, {contact}}}'
