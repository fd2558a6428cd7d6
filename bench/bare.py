"""The bare loop: PyYAML's C loader, one Jinja2 template, one write for each item.

Run as `python -m bench.bare CORPUS OUT`.
"""

import sys
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, Template

from bench.streets import Raw, Street, read_streets

TEMPLATES = Path(__file__).parent / "templates"


def build(root: Path, out: Path) -> None:
    """Write every item, one index for each street, and the home page."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, keep_trailing_newline=True
    )
    item_template = environment.get_template("item.html")
    office_template = environment.get_template("office.html")
    offices = []
    for street in read_streets(root):
        folder = out / street.office["id"]
        folder.mkdir(parents=True)
        write_items(folder, street, item_template)
        page = office_template.render(office=street.office, items=street.items)
        (folder / "index.html").write_text(page, encoding="utf-8")
        offices.append(street.office)
    home = environment.get_template("home.html").render(offices=offices)
    (out / "index.html").write_text(home, encoding="utf-8")


def write_items(folder: Path, street: Street, template: Template) -> None:
    """Write one page for each item of a street."""
    units: dict[str, Raw] = {unit["id"]: unit for unit in street.office["units"]}
    for item in street.items:
        unit = units[item["unit"]]
        post = next(post for post in unit["posts"] if post["id"] == item["post"])
        page = template.render(
            item=item, unit=unit, post=post, office=street.office, list=street.header
        )
        (folder / f"{item['id']}.html").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]))
