WORDS = {
    "api.sign_in": {"zh": "请先登录。", "en": "Sign in first."},
    "api.missing": {
        "zh": "没有这条记录，或者您没有权限查看。",
        "en": "There is nothing here, or you do not have access to it.",
    },
    "api.malformed": {
        "zh": "请求的内容不对：具体位置和原因见 facts.errors。",
        "en": "The request is malformed: facts.errors names the places and why.",
    },
    "api.unreadable": {"zh": "请求体不是有效的 JSON。", "en": "The body of the request is not valid JSON."},
    "api.csrf": {
        "zh": "缺少防伪令牌：请把 Cookie csrftoken 的值放进请求头 X-CSRFToken。",
        "en": "The anti-forgery token is missing: send the value of the cookie csrftoken as the header X-CSRFToken.",
    },
}
