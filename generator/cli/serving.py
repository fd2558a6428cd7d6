"""`qingdan headers`: what to paste into the configuration of a web server."""

import click

from generator.shell import SERVERS, header_snippet


@click.command("headers", help="显示网站服务器的配置：安全策略、缓存、压缩、编码。")
@click.option(
    "--for",
    "server",
    type=click.Choice(list(SERVERS)),
    required=True,
    help="哪一种服务器；netlify 就是 _headers 文件。",
)
@click.option(
    "--path",
    metavar="目录",
    default="/",
    show_default=True,
    help="网站在网址里的目录，例如 /col/123/。",
)
@click.option(
    "--site",
    metavar="文件夹",
    default="/srv/qingdan/site",
    show_default=True,
    help="网站在服务器上的文件夹。",
)
def headers_command(server: str, path: str, site: str) -> None:
    """Print the configuration."""
    click.echo(header_snippet(server, path, site), nl=False)
