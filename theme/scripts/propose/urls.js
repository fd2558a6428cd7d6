/* Web addresses: loading/addresses.py once more. */
(function () {
  'use strict';

  window.qingdan = window.qingdan || {};
  const LONGEST = 2000;
  const LABEL = '[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?';
  const HOST = new RegExp(`^${LABEL}(?:\\.${LABEL})*\\.?$`, 'i');
  const PRIVATE_HOST = new RegExp(
    '^(?:(?:0|10|127|192\\.168|172\\.(?:1[6-9]|2\\d|3[01])|169\\.254'
    + '|100\\.(?:6[4-9]|[7-9]\\d|1[01]\\d|12[0-7]))\\..*|localhost|.*\\.(?:local|lan))$',
  );
  const RULE = '网址要以 https:// 或 http:// 开头，用半角符号，中间没有空格。';
  // Punctuation and spaces that are as wide as a Chinese character.
  const WIDE = /(?=[\p{P}\p{Z}])[“”‘’\u3000-\u303f\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60]/u;

  function hostOf(text) {
    const place = text.replace(/^https?:\/\//, '').split(/[/?#]/)[0];
    const after = place.slice(place.lastIndexOf('@') + 1);
    const [host, port = ''] = after.split(':');
    const odd = place !== place.normalize('NFKC') && /[/?#@:]/.test(place.replace(/[@:#?]/g, '').normalize('NFKC'));
    const broken = /[[\]]/.test(place) || (port && !/^[0-9]{1,5}$/.test(port)) || Number(port) > 65535;
    return { place, host: host.toLowerCase(), broken: broken || odd };
  }

  function hostFault(text) {
    const { place, host, broken } = hostOf(text);
    if (broken) return ['不能用：域名或端口不对', '请核对网址。'];
    if (place.includes('@') || /[^\x00-\x7f]/.test(host)) {
      return ['不能用：域名部分有“@”或特殊文字，可能把人引到别处', '请核对网址，只留真正的域名。'];
    }
    if (!host.includes('.')) {
      return [`不能用：域名“${host}”不完整，可能是内网地址，居民打不开`,
        '请换成互联网上的地址，例如 https://www.example.gov.cn/。'];
    }
    return HOST.test(host) ? null : ['不能用：域名不完整', '请核对网址，例如 https://www.example.gov.cn/。'];
  }

  /** What to write instead of an address without its beginning. */
  function startCure(text) {
    if (/^(?:[A-Za-z]:[\\/]|file:)/.test(text)) return '这是您电脑上的文件，居民打不开；请写它在网上的网址。';
    return /^www\.[!-~]+$/.test(text) ? `请写成 https://${text}。` : RULE;
  }

  function fault(text) {
    if (!/^https?:\/\//i.test(text)) return ['不能用：要以 https:// 或 http:// 开头', startCure(text)];
    if (!/^https?:\/\//.test(text)) return ['不能用：https:// 要用小写字母', RULE];
    if (/[\s<>"'\\^`{}|]/.test(text)) {
      return [`不能用：里面有${/\s/.test(text) ? '空格' : '网址里不能有的符号'}`, '请核对网址，删去多余的部分。'];
    }
    const wide = text.match(WIDE);
    if (wide) return [`不能用：里面有全角符号“${wide[0]}”`, '多半是多复制的，请删去或改成半角。'];
    const size = Array.from(text).length;
    if (size > LONGEST) return [`太长：${size} 个字符，最多 ${LONGEST} 个`, '请换成短的网址。'];
    return hostFault(text);
  }

  /** What is wrong with an address; `cut` shortens what is quoted. */
  function check(field, text, cut) {
    const said = fault(text);
    if (said) {
      const label = field.label.includes('网址') ? field.label : `${field.label}的网址`;
      return [{ rule: 'bad-url', severity: 'error', sentence: `${label}“${cut(text, 60)}”${said[0]}。`, cure: said[1] }];
    }
    const { host } = hostOf(text);
    if (!PRIVATE_HOST.test(host)) return [];
    return [{
      rule: 'bad-url', severity: 'reminder', sentence: `网址“${host}”是内网地址，居民打不开。`,
      cure: '请换成互联网上的地址。',
    }];
  }

  window.qingdan.urls = { check };
})();
