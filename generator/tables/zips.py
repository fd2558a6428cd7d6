"""Zip files from strangers: whole, not too big once unpacked, their XML harmless."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from generator.problems import GeneratorError

LARGEST_UNPACKED = 200 * 1024 * 1024
_MOST_PARTS = 5000


def names_in(name: str, data: bytes) -> frozenset[str]:
    """List the parts of a zip file, after looking that it is whole and not a bomb.

    Raises GeneratorError with a sentence that names the file.
    """
    with _worded(name), zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        unpacked = sum(part.file_size for part in parts)
        if unpacked > LARGEST_UNPACKED or len(parts) > _MOST_PARTS:
            message = f"“{name}”读不了：解开以后大得不正常，请另存一份再导入。"
            raise GeneratorError(message)
        if any(part.flag_bits & 1 for part in parts):
            message = f"“{name}”读不了：这个压缩包加了密码，请解开再导入。"
            raise GeneratorError(message)
        # Reading is what tells whether the sizes above are true.
        if archive.testzip() is not None:
            raise zipfile.BadZipFile
        return frozenset(part.filename for part in parts)


def read_part(data: bytes, part: str) -> bytes:
    """Give one part of a zip file that `names_in` found sound; empty if there is none."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        try:
            return archive.read(part)
        except KeyError:
            return b""


def parse_xml(content: bytes) -> "etree._Element | None":
    """Parse XML without entities, network or faults; None where there is none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        return etree.fromstring(content, parser) if content.strip() else None
    except etree.XMLSyntaxError:
        return None


def repack(data: bytes) -> bytes:
    """Write a zip file anew without the time it was made, so that bytes repeat."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            new.writestr(
                zipfile.ZipInfo(part.filename),
                old.read(part),
                zipfile.ZIP_DEFLATED,
            )
    return buffer.getvalue()


@contextmanager
def _worded(name: str) -> Iterator[None]:
    try:
        yield
    except GeneratorError:
        raise
    except Exception as error:  # zip files: nobody lists what their reader raises
        message = (
            f"“{name}”读不了：文件不完整，多半是没有下载完。请重新下载或另存一份。"
        )
        raise GeneratorError(message) from error
