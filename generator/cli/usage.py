"""Wrong usage in Chinese: what click says in English to programmers."""

import re

import click

_TITLES = {
    "Usage": "用法",
    "Options": "选项",
    "Commands": "命令",
    "Show this message and exit.": "显示这段说明。",
    "Show the version and exit.": "显示版本。",
    "[OPTIONS] COMMAND [ARGS]...": "[选项] 命令 [参数]…",
    "[OPTIONS]": "[选项]",
    "[default: ": "[默认 ",
    "[required]": "[必填]",
}


def explain(error: click.UsageError) -> str:
    """Say what is wrong with a command line, and how to see the usage."""
    command = error.ctx.command_path if error.ctx else "qingdan"
    return f"错误: {_fault(error)}\n运行 {command} --help 看用法。"


def _fault(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            return f"没有选项“{error.option_name}”。{_guess(error.possibilities)}"
        case click.NoSuchCommand():
            return f"没有命令“{error.command_name}”。{_guess(error.possibilities)}"
        case click.MissingParameter():
            return _missing(error)
        case click.BadParameter():
            return _bad_value(error)
        case click.BadOptionUsage():
            return f"选项“{error.option_name}”后面少了值，或多了值，请照用法改正。"
        case _:
            return _otherwise(error.message)


def _otherwise(message: str) -> str:
    extra = re.search(r"extra arguments? \((.*)\)", message)
    if extra:
        return f"多写了“{extra[1]}”，这个命令不需要它。"
    return f"命令行写得不对（{message}）。"


def _missing(error: click.MissingParameter) -> str:
    """Name what to add, with what stands for its value."""
    parameter = error.param
    if isinstance(parameter, click.Option):
        value = parameter.metavar or "…"
        return f"缺少选项“{parameter.opts[0]}”，请加上 {parameter.opts[0]} {value}。"
    return f"缺少{_name(error)}，请写在命令的后面。"


def _bad_value(error: click.BadParameter) -> str:
    """Our own words for a value stay; click's are told anew from the type."""
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"{_name(error)}只能写：{'、'.join(map(str, kind.choices))}。"
    if isinstance(kind, click.IntRange):
        return f"{_name(error)}应是{_range(kind)}的整数。"
    if isinstance(kind, click.Path):
        return f"{_name(error)}应是一个{'文件' if kind.file_okay else '文件夹'}。"
    return error.message


def _range(kind: click.IntRange) -> str:
    """Say between which numbers a number may be, in words."""
    if kind.max is None:
        return f"不小于 {kind.min} "
    return f" {kind.min} 到 {kind.max} "


def _name(error: click.BadParameter) -> str:
    parameter = error.param
    if isinstance(parameter, click.Option):
        return f"选项“{parameter.opts[0]}”"
    return f"“{parameter.human_readable_name}”" if parameter else "参数"


def _guess(near: object) -> str:
    words = [str(word) for word in near] if isinstance(near, list | tuple) else []
    return f"是不是“{words[0]}”？" if words else ""


def use_chinese_help(command: click.Command) -> None:
    """Give a command, and all below it, Chinese headings in its help."""
    command.context_class = ChineseHelp
    if isinstance(command, click.Group):
        for below in command.commands.values():
            use_chinese_help(below)


class ChineseHelp(click.Context):
    """A context whose help has Chinese headings."""

    def get_help(self) -> str:
        """Give the command's help, click's few English words replaced."""
        text = super().get_help()
        for english, chinese in _TITLES.items():
            text = text.replace(english, chinese)
        return text
