"""Sentences of `hengcai certificates`. They need no database."""

from hengcai.base.say import register

WORDS = {
    "cert_cli.help": ("培训证书：核验", "certificates of courses: verify"),
    "cert_cli.verify": (
        "核验证书文件有没有被改过；不需要数据库和网络",
        "verifies that a certificate has not been changed; needs no database and no network",
    ),
    "cert_cli.file": ("证书文件：SVG，或签名文本", "the certificate: an SVG, or the signed text"),
    "cert_cli.key": ("颁发方的公钥（JWKS 文件）", "public key of the issuer, as a JWKS file"),
    "cert_cli.json": ("- ：输出一个 JSON 对象", "use - for one JSON object on standard output"),
    "cert_cli.missing": ("读不了文件 {path}。", "The file {path} cannot be read."),
    "cert_cli.no_keys": ("{path} 里没有公钥。", "There is no public key in {path}."),
    "cert_cli.whole": (
        "{file}：没有被改过。{name}，有效期至 {until}",
        "{file}: unchanged. {name}, valid until {until}",
    ),
    "cert_cli.own_key": (
        "用的是文件里自带的公钥：只说明没有被改过，不说明是谁发的。要确认颁发方，请用 --key。",
        "Checked with the key inside the file: that shows it is unchanged, not who issued it. Use --key to check the issuer.",
    ),
    "cert_cli.given_key": ("颁发方与给出的公钥一致。", "The issuer is the owner of the key given."),
    "cert_cli.fault.not_a_certificate": ("{file}：里面没有证书。", "{file}: there is no certificate inside."),
    "cert_cli.fault.unsigned": ("{file}：签名方式不认识。", "{file}: it is not signed in a known way."),
    "cert_cli.fault.other_key": (
        "{file}：不是这把公钥的持有方发的。",
        "{file}: not issued by the owner of the key given.",
    ),
    "cert_cli.fault.changed": (
        "{file}：签名对不上，内容被改过。",
        "{file}: the signature does not fit; it was changed.",
    ),
}
register({code: {"zh": zh, "en": en} for code, (zh, en) in WORDS.items()})
