using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Blocks.Checklists;

internal static class ChecklistTexts
{
    public static readonly FindingText Expected = Error(
        "checklist-expects-list",
        "У блоці «checklist» має бути один список «- …» і більше нічого.",
        "The block “checklist” must hold one list “- …” and nothing else."
    );

    public static readonly FindingText Empty = Error(
        "empty-checklist-entry",
        "Пункт списку має починатися текстом.",
        "An entry of a checklist must begin with text."
    );

    public static readonly FindingText Ticked = Error(
        "ticked-checklist-entry",
        "Пункт позначає той, хто вчиться: напишіть «- [ ]» або просто «-».",
        "The learner ticks the entry: write “- [ ]” or “-” alone."
    );

    public static readonly FindingText WithoutId = Error(
        "checklist-without-id",
        "Тут списку потрібен ідентифікатор, щоб позначки не губилися: допишіть у кінець рядка, наприклад, {{#prep}}.",
        "Here a checklist needs an id, so that ticks are not lost: add one at the end of its line, for example {{#prep}}."
    );
}
