using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Markup;

internal static class MarkupTexts
{
    public static readonly FindingText TextTooLong = Error(
        "text-too-long",
        "Текст більший за {0} кБ: поділіть його.",
        "The text is over {0} kB: split it."
    );

    public static readonly FindingText TooManyBlocks = Error(
        "too-many-blocks",
        "У тексті більше ніж {0} абзаців, пунктів і комірок: поділіть його.",
        "The text has over {0} paragraphs, items and cells: split it."
    );

    public static readonly FindingText ParagraphTooLong = Error(
        "paragraph-too-long",
        "Абзац більший за 8 кБ: поділіть його.",
        "The paragraph is over 8 kB: split it."
    );

    public static readonly FindingText TooManyMarks = Error(
        "too-many-marks",
        "В абзаці більше ніж 500 знаків «{0}».",
        "Over 500 characters “{0}” in one paragraph."
    );

    public static readonly FindingText TooManyDefinitions = Error(
        "too-many-definitions",
        "Більше ніж {0} рядків «[назва]: адреса»: пишіть адреси просто в посиланнях.",
        "Over {0} lines “[name]: address”: write the addresses in the links themselves."
    );

    public static readonly FindingText TableTooBig = Error(
        "table-too-big",
        "Завелика таблиця: стовпців × рядків більше ніж {0}.",
        "The table is too big: columns × rows are over {0}."
    );

    public static readonly FindingText TooDeep = Error(
        "too-deeply-nested",
        "Вкладеність (цитат, списків або дужок) більша за 32.",
        "Nested (quotes, lists or brackets) deeper than 32."
    );

    public static readonly FindingText NotReadable = Error(
        "markdown-not-readable",
        "Текст не вдалося розібрати як Markdown.",
        "The text cannot be read as Markdown."
    );

    public static readonly FindingText RawHtml = Warning(
        "raw-html",
        "HTML не діє: «{0}» буде показано як текст.",
        "HTML has no effect: “{0}” will be shown as text."
    );

    public static readonly FindingText UnsafeHtml = Error(
        "unsafe-html",
        "Захист прибрав із тексту «{0}».",
        "The safety filter removed “{0}” from the text."
    );

    public static readonly FindingText AttributeSyntax = Error(
        "attribute-syntax",
        "Не читається: пишіть {{#id}} або {{ключ=значення}}.",
        "This does not read: write {{#id}} or {{key=value}}."
    );

    public static readonly FindingText UnknownAttribute = Error(
        "unknown-attribute",
        "Тут не можна писати «{0}» у фігурних дужках.",
        "“{0}” may not stand in braces here."
    );

    public static readonly FindingText BadAttribute = Error(
        "bad-attribute",
        "«{0}» має бути {1}; тут «{2}».",
        "“{0}” must be {1}; this is “{2}”."
    );

    public static readonly FindingText BadId = Error(
        "bad-id",
        "Ідентифікатор «{0}» має складатися з малих латинських літер, цифр і дефісів та починатися літерою.",
        "The id “{0}” must be made of lower-case Latin letters, digits and hyphens and begin with a letter."
    );

    public static readonly FindingText DuplicateId = Error(
        "duplicate-id",
        "Ідентифікатор «{0}» уже є вище.",
        "The id “{0}” stands above already."
    );

    public static readonly FindingText HeadingOrder = Warning(
        "heading-order",
        "Заголовок має бути рівня {0} або вище: тут рівень {1}.",
        "The heading must be of level {0} or higher: this is level {1}."
    );

    public static readonly FindingText UnsafeAddress = Error(
        "unsafe-address",
        "Посилання «{0}» не дозволено: лише https, http, mailto, tel або файл курсу.",
        "The link “{0}” is not allowed: only https, http, mailto, tel or a file of the course."
    );

    public static readonly FindingText ForeignMedia = Error(
        "foreign-media",
        "Зображення та медіа можуть бути лише файлами курсу, не «{0}».",
        "Pictures and media may only be files of the course, not “{0}”."
    );

    public static readonly FindingText BrokenLink = Error(
        "broken-link",
        "Посилання веде в нікуди: «{0}» немає.",
        "The link leads nowhere: there is no “{0}”."
    );

    public static readonly FindingText BrokenAnchor = Error(
        "broken-anchor",
        "На сторінці немає заголовка «#{0}».",
        "The page has no heading “#{0}”."
    );
}
