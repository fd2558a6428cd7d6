"""Titles: which count as the same matter, and which do not."""

import pytest

from generator.gate.resemblance import resemble


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("最低生活保障审核确认", "最低生活保障申请"),
        ("生育登记（一孩、二孩、三孩）", "生育登记服务"),
        ("低保申请", "最低生活保障申请"),
        ("残疾人证新办", "《残疾人证》申请办理"),
        ("敬老卡申领（原老年人优待证办理）", "老年人优待证办理"),
        ("WiFi覆盖", "\uff37\uff29\uff26\uff29 覆盖"),
        ("登记", "登 记"),
        ("证", "证明"),
    ],
)
def test_rewordings_resemble(one: str, other: str) -> None:
    """A matter keeps its id through every rewording, whichever way round."""
    assert resemble(one, other)
    assert resemble(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("最低生活保障申请", "森林防火值守"),
        ("老年人优待证办理", "居住证办理"),
        ("失业登记办理", "犬只免疫登记办理"),
        ("登记", "办理"),
    ],
)
def test_other_matters_do_not(one: str, other: str) -> None:
    """Words that every second title has do not make two matters one."""
    assert not resemble(one, other)
    assert not resemble(other, one)
