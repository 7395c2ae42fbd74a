"""What is said of recordings: their states, and why one cannot be used."""

from hengcai.base.say import register

WORDS = {
    "recording.waiting": {"zh": "录音正在准备", "en": "The recording is being prepared"},
    "recording.ready": {"zh": "可以播放", "en": "Ready to play"},
    "recording.unusable": {"zh": "录音用不了", "en": "The recording cannot be used"},
    "recording.missing": {
        "zh": "找不到录音文件：媒体文件夹里没有这个路径。请核对“录音文件”一列，或在本页上传。",
        "en": "The recording was not found: there is no such path in the media folder. Check the column “Recording”, or upload "
        "the file here.",
    },
    "recording.outside": {
        "zh": "这个路径在媒体文件夹以外，没有读取。请写媒体文件夹里的相对路径。",
        "en": "The path is outside the media folder, so the file was not read. Use a path within the media folder.",
    },
    "recording.host_not_allowed": {
        "zh": "没有设置允许从 {host} 取录音。请系统管理员把它加到 HENGCAI_MEDIA_HOSTS。",
        "en": "Recordings may not be fetched from {host}. Ask the administrator to add it to HENGCAI_MEDIA_HOSTS.",
    },
    "recording.not_fetched": {
        "zh": "没能从这个地址取到录音。请确认录音服务器能访问、文件还在，再重新导入。",
        "en": "The recording could not be fetched from this address. Check that the recording server can be reached and still "
        "has the file, then import it again.",
    },
    "recording.empty": {
        "zh": "录音文件是空的。请重新导出这一条。",
        "en": "The file is empty. Export this recording again.",
    },
    "recording.not_a_recording": {
        "zh": "这个文件不是能识别的录音或录像。可以用 WAV、MP3、FLAC、Ogg、MP4、WebM。",
        "en": "This is not a recording that can be read. Use WAV, MP3, FLAC, Ogg, MP4 or WebM.",
    },
    "recording.no_sound": {
        "zh": "文件里没有声音，或短得听不出内容。请重新导出这一条。",
        "en": "There is no sound in the file, or it is too short to make out. Export this recording again.",
    },
    "recording.too_large": {
        "zh": "录音文件超过 {megabytes} MB 的上限。请压缩后再传，或请系统管理员调高 HENGCAI_RECORDING_MEGABYTES。",
        "en": "The file is over the limit of {megabytes} MB. Compress it, or ask the administrator to raise HENGCAI_RECORDING_MEGABYTES.",
    },
    "recording.too_long": {
        "zh": "录音超过 {minutes} 分钟的上限。请分段，或请系统管理员调高 HENGCAI_RECORDING_MINUTES。",
        "en": "The recording is over the limit of {minutes} minutes. Split it, or ask the administrator to raise "
        "HENGCAI_RECORDING_MINUTES.",
    },
    "recording.of_another": {
        "zh": "这段录音已经属于另一条交互记录，没有再挂到这里。请核对“录音文件”一列。",
        "en": "This recording belongs to another contact already. Check the column “Recording”.",
    },
    "recording.picture_not_playable": {
        "zh": "浏览器放不了这种视频（{codec}）。请转成 MP4（H.264、AAC）或 WebM 再上传。",
        "en": "Browsers cannot play this kind of video ({codec}). Convert it to MP4 (H.264, AAC) or WebM and upload it.",
    },
    "contact.reason_missing": {
        "zh": "请用不超过 {most} 个字写明为什么要看未遮盖的对话。理由会记入审计日志。",
        "en": "Say in no more than {most} characters why you need to read this conversation unmasked. The reason is recorded in "
        "the audit log.",
    },
    "contact.too_many_flags": {
        "zh": "一条交互记录最多加 {most} 个标记，现在有 {found} 个，请先去掉几个。",
        "en": "A contact can carry at most {most} flags and this would make {found}. Remove some first.",
    },
    "recording.reason_missing": {
        "zh": "请先写明为什么要听这段录音。理由会记入审计日志。",
        "en": "First say why you need to hear this recording. The reason is recorded in the audit log.",
    },
    "recording.not_ready": {
        "zh": "录音还没有准备好，请稍后再试。",
        "en": "The recording is not ready yet. Try again in a moment.",
    },
    "recording.no_such_moment": {
        "zh": "录音里没有这一段。",
        "en": "The recording does not have this part.",
    },
    "recording.address_expired": {
        "zh": "播放地址已过期，或不是给您的。请重新打开页面。",
        "en": "This address has expired or was not issued to you. Open the page again.",
    },
}
register(WORDS)
