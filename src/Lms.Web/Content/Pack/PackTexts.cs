using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Pack;

internal static class PackTexts
{
    public static readonly FindingText UnknownTimeZone = Error(
        "unknown-time-zone",
        "Часового поясу «{0}» немає; потрібна назва з бази IANA, «регіон/місто».",
        "There is no time zone “{0}”; write its name in the IANA database, “region/city”."
    );

    public static readonly FindingText UnknownCode = Error(
        "unknown-code",
        "Коду «{0}» немає в {1}.",
        "There is no code “{0}” in {1}."
    );

    public static readonly FindingText LookAlike = Warning(
        "look-alike-code",
        "Код «{0}» набрано літерами іншої абетки: прочитано як «{1}».",
        "The code “{0}” is typed in letters of another alphabet: read as “{1}”."
    );

    public static readonly FindingText DuplicateCode = Error(
        "duplicate-code",
        "Код «{0}» уже є вище.",
        "The code “{0}” stands above already."
    );

    public static readonly FindingText ExpectsSlug = Error(
        "expects-slug",
        "«{0}» має складатися з малих латинських літер, цифр і дефісів.",
        "“{0}” must be made of small Latin letters, digits and hyphens."
    );

    public static readonly FindingText ExpectsColour = Error(
        "expects-colour",
        "«{0}» має бути кольором, як-от #1f6feb.",
        "“{0}” must be a colour such as #1f6feb."
    );

    public static readonly FindingText ExpectsEmail = Error(
        "expects-email",
        "«{0}» має бути електронною адресою.",
        "“{0}” must be an e-mail address."
    );

    public static readonly FindingText NoContact = Error(
        "help-line-without-contact",
        "У лінії допомоги немає ні номера, ні адреси.",
        "The help line has neither a number nor an address."
    );

    public static readonly FindingText WrongColumns = Error(
        "csv-columns",
        "Перший рядок має бути: {0}.",
        "The first line must be: {0}."
    );

    public static readonly FindingText CsvSyntax = Error(
        "csv-syntax",
        "Рядок не читається як CSV.",
        "The line does not read as CSV."
    );

    public static readonly FindingText CsvFieldCount = Error(
        "csv-field-count",
        "У рядку має бути {0} значень, а є {1}.",
        "The line must have {0} values and has {1}."
    );

    public static readonly FindingText EmptyValue = Error(
        "csv-empty-value",
        "Значення «{0}» не може бути порожнім.",
        "The value “{0}” may not be empty."
    );

    public static readonly FindingText WrongParent = Error(
        "territory-parent",
        "Територія рівня «{0}» має належати до наявної території рівня «{1}».",
        "A territory of level “{0}” must belong to a territory of level “{1}”."
    );

    public static readonly FindingText NotCounted = Error(
        "not-a-community",
        "«{0}» — не громада: потрібна територія рівня «{1}».",
        "“{0}” is not a community: a territory of level “{1}” is needed."
    );

    public static readonly FindingText NoNotice = Warning(
        "no-privacy-notice",
        "Немає повідомлення про персональні дані: людям не сказано, що про них зберігають. Напишіть privacy.md (docs/authoring.md).",
        "There is no notice on personal data: people are not told what is stored about them. Write privacy.md (docs/authoring.md)."
    );

    public static readonly FindingText UnreadableMap = Error(
        "unreadable-map",
        "Мапа не читається: потрібен GeoJSON, у якому кожна громада — Polygon або MultiPolygon із властивістю code.",
        "The map does not read: GeoJSON is needed in which each community is a Polygon or MultiPolygon with a property code."
    );

    public static readonly FindingText MissingCertificateField = Warning(
        "certificate-field-missing",
        "Профіль сертифіката вимагає «{0}», а поле порожнє: сертифікати чекатимуть, доки його не заповнять.",
        "The certificate profile requires “{0}” and the field is empty: certificates wait until it is filled."
    );
}
