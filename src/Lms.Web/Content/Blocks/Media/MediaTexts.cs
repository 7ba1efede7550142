using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Blocks.Media;

internal static class MediaTexts
{
    public static readonly FindingText MissingAlt = Error(
        "missing-alt",
        "Немає слів для тих, хто не бачить: напишіть у дужках, що тут зображено чи звучить.",
        "There are no words for those who cannot see: write in the brackets what is shown or heard."
    );

    public static readonly FindingText NotShown = Error(
        "asset-not-shown",
        "«{0}» не показують на сторінці: дайте посилання, без знака оклику.",
        "“{0}” is not shown on a page: link to it, without the exclamation mark."
    );

    public static readonly FindingText PlayerInLink = Error(
        "player-in-link",
        "Програвач не може стояти всередині посилання.",
        "A player may not stand in a link."
    );

    public static readonly FindingText NotTranscript = Error(
        "not-a-transcript",
        "«{0}» — не текст запису: чекаємо на файл .txt, .md, .pdf, .docx або .odt.",
        "“{0}” is no transcript: a file .txt, .md, .pdf, .docx or .odt is expected."
    );

    public static readonly FindingText WithoutCaptions = Warning(
        "video-without-captions",
        "Поруч із відео немає субтитрів «{0}»: хто не чує, не дізнається, про що воно.",
        "There are no captions “{0}” beside the video: those who cannot hear miss it."
    );

    public static readonly FindingText WithoutTranscript = Warning(
        "audio-without-transcript",
        "Аудіо не має тексту: додайте після нього {{transcript=…}}.",
        "The audio has no text: add {{transcript=…}} after it."
    );
}
