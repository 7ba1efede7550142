using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Cases;

internal static class CaseTexts
{
    public static readonly FindingText Empty = Error(
        "empty-case",
        "У кейсі немає жодної сцени: сцена починається рядком «## Назва {{#s1}}».",
        "The case has no scene: a scene begins with a line “## Title {{#s1}}”."
    );

    public static readonly FindingText TextOutside = Error(
        "text-outside-scene",
        "Текст перед першою сценою: перенесіть його до сцени.",
        "Text before the first scene: move it into a scene."
    );

    public static readonly FindingText TooManyScenes = Error(
        "too-many-scenes",
        "У кейсі більше ніж {0} сцен: поділіть його.",
        "The case has over {0} scenes: split it."
    );

    public static readonly FindingText TooManyMeters = Error(
        "too-many-meters",
        "Показників більше ніж {0}: лишіть найважливіші.",
        "There are over {0} meters: keep the most important ones."
    );

    public static readonly FindingText BadMeter = Error(
        "bad-meter",
        "Показник «{0}» треба назвати малими латинськими літерами, цифрами й дефісами, і не «breach».",
        "The meter “{0}” must be named with lower-case Latin letters, digits and hyphens, and not “breach”."
    );

    public static readonly FindingText WithoutId = Error(
        "scene-without-id",
        "Сцені бракує ідентифікатора: допишіть у кінець заголовка, наприклад, {{#s{0}}}.",
        "The scene has no id: add one at the end of its heading, for example {{#s{0}}}."
    );

    public static readonly FindingText WithoutTitle = Error(
        "scene-without-title",
        "У сцени порожній заголовок.",
        "The heading of the scene is empty."
    );

    public static readonly FindingText WithoutText = Error(
        "scene-without-text",
        "У сцені немає тексту: опишіть, що бачить людина.",
        "The scene has no text: tell what one sees."
    );

    public static readonly FindingText HeadingInside = Error(
        "heading-in-scene",
        "Такий заголовок почав би нову сцену: приберіть пробіли перед ним або зробіть його ###.",
        "Such a heading would begin a new scene: remove the spaces before it or make it ###."
    );

    public static readonly FindingText DeadEnd = Error(
        "scene-is-dead-end",
        "Зі сцени «{0}» немає виходу: додайте вибір «- [дія](#s2)» або завершення {{ending=good}} (good, poor, harm).",
        "Nothing leads out of the scene “{0}”: add a choice “- [action](#s2)”, or an ending {{ending=good}} (good, poor, harm)."
    );

    public static readonly FindingText EndingWithChoices = Error(
        "ending-with-choices",
        "Сцена «{0}» завершує кейс, тож вибору в ній не має бути.",
        "The scene “{0}” ends the case, so it may hold no choices."
    );

    public static readonly FindingText BeginsWithEnding = Error(
        "case-begins-with-ending",
        "Перша сцена не може бути завершенням.",
        "The first scene cannot be an ending."
    );

    public static readonly FindingText WithoutEnding = Error(
        "case-without-ending",
        "Кейс не має завершення: допишіть {{ending=good}} (good, poor, harm) до заголовка сцени, якою він закінчується.",
        "The case has no ending: add {{ending=good}} (good, poor, harm) to the heading of the scene it ends with."
    );

    public static readonly FindingText Unreachable = Error(
        "scene-unreachable",
        "До сцени «{0}» не веде жоден шлях.",
        "No way leads to the scene “{0}”."
    );

    public static readonly FindingText WithoutWayOut = Error(
        "scene-without-way-out",
        "Із сцени «{0}» не дійти до жодного завершення.",
        "No ending can be reached from the scene “{0}”."
    );

    public static readonly FindingText NoGoodEnding = Warning(
        "no-way-to-good-ending",
        "Від початку не дійти до доброго завершення.",
        "No good ending can be reached from the beginning."
    );

    public static readonly FindingText LeadsNowhere = Error(
        "choice-leads-nowhere",
        "Вибір веде в нікуди: сцени «{0}» немає.",
        "The choice leads nowhere: there is no scene “{0}”."
    );

    public static readonly FindingText ChoicesTwice = Error(
        "two-choice-lists",
        "Вибір стоїть у двох списках: зведіть їх в один.",
        "The choices stand in two lists: make them one."
    );

    public static readonly FindingText QuoteAfter = Error(
        "quote-after-choices",
        "Цитата стоїть поза вибором: відступіть її на два пробіли, і вона стане тим, що сталося після нього.",
        "The quote stands outside the choice: indent it by two spaces to make it what follows."
    );

    public static readonly FindingText TextAfter = Error(
        "text-after-choices",
        "Після вибору в сцені не має бути нічого.",
        "Nothing may follow the choices of a scene."
    );

    public static readonly FindingText NoLink = Error(
        "choice-without-link",
        "Частина пунктів веде до сцен, а цей ні: почніть його з «[дія](#s2)».",
        "Some items lead to scenes and this one does not: begin it with “[action](#s2)”."
    );

    public static readonly FindingText EmptyChoice = Error(
        "empty-choice",
        "Вибір без тексту: «[дія](#s2)».",
        "The choice has no text: “[action](#s2)”."
    );

    public static readonly FindingText BesideLink = Error(
        "text-beside-choice",
        "Увесь текст вибору має стояти у квадратних дужках: «[дія](#s2){{safety=1}}».",
        "All the text of a choice must stand in the square brackets: “[action](#s2){{safety=1}}”."
    );

    public static readonly FindingText TextAfterFeedback = Error(
        "text-after-what-follows",
        "Під вибором може стояти лише те, що сталося після нього: рядки з відступом, що починаються з «>».",
        "Only what follows may stand under a choice: indented lines that begin with “>”."
    );

    public static readonly FindingText TooManyChoices = Error(
        "too-many-choices",
        "У сцені більше ніж {0} варіантів вибору.",
        "The scene has over {0} choices."
    );

    public static readonly FindingText UnknownMeter = Error(
        "unknown-meter",
        "Показника «{0}» немає в «meters» цього кейсу.",
        "There is no meter “{0}” in the “meters” of this case."
    );

    public static readonly FindingText MovesTwice = Error(
        "meter-moves-twice",
        "«{0}» стоїть двічі в одному виборі.",
        "“{0}” stands twice in one choice."
    );
}
