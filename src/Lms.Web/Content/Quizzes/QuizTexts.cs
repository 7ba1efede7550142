using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Quizzes;

internal static class QuizTexts
{
    public static readonly FindingText Empty = Error(
        "empty-quiz",
        "У тесті немає жодного запитання: запитання починається рядком «## …».",
        "The quiz has no question: a question begins with a line “## …”."
    );

    public static readonly FindingText TextOutside = Error(
        "text-outside-question",
        "Текст перед першим запитанням: перенесіть його до запитання або уроку.",
        "Text before the first question: move it into a question or a lesson."
    );

    public static readonly FindingText TooManyQuestions = Error(
        "too-many-questions",
        "У тесті більше ніж {0} запитань: поділіть його.",
        "The quiz has over {0} questions: split it."
    );

    public static readonly FindingText TooManyOptions = Error(
        "too-many-options",
        "У запитання більше ніж {0} відповідей.",
        "The question has over {0} options."
    );

    public static readonly FindingText ExpectsAttempts = Error(
        "expects-attempts",
        "«attempts» має бути unlimited, числом або, як-от, «3 per 24h»; тут «{0}».",
        "“attempts” must be unlimited, a number, or such as “3 per 24h”; this is “{0}”."
    );

    public static readonly FindingText WithoutId = Error(
        "question-without-id",
        "Запитанню бракує ідентифікатора: допишіть у кінець заголовка, наприклад, {{#q-{0}}}.",
        "The question has no id: add one at the end of its heading, for example {{#q-{0}}}."
    );

    public static readonly FindingText WithoutPrompt = Error(
        "question-without-prompt",
        "У запитання порожній заголовок.",
        "The heading of the question is empty."
    );

    public static readonly FindingText HeadingInside = Error(
        "heading-in-question",
        "Такий заголовок почав би нове запитання: приберіть пробіли перед ним або зробіть його ###.",
        "Such a heading would begin a new question: remove the spaces before it or make it ###."
    );

    public static readonly FindingText WithoutOptions = Error(
        "question-without-options",
        "Запитання має закінчуватися списком «- [x] …» і «- [ ] …» або «- = …», мати пропуски ___{{…}} чи тип у дужках.",
        "The question must end with a list “- [x] …” and “- [ ] …” or “- = …”, have gaps ___{{…}}, or a type in braces."
    );

    public static readonly FindingText TooFewOptions = Error(
        "too-few-options",
        "Відповідей має бути щонайменше дві.",
        "There must be two options at least."
    );

    public static readonly FindingText WithoutKey = Error(
        "question-without-key",
        "Жодної відповіді не позначено як правильну: [x].",
        "No option is marked as right: [x]."
    );

    public static readonly FindingText UnmarkedOption = Error(
        "option-without-mark",
        "Частину відповідей позначено, а цю ні: почніть її з [ ] або [x].",
        "Some options are marked and this one is not: begin it with [ ] or [x]."
    );

    public static readonly FindingText WrongMark = Error(
        "option-mark",
        "Замість [{0}] має бути [ ] або [x].",
        "Instead of [{0}] write [ ] or [x]."
    );

    public static readonly FindingText EmptyOption = Error(
        "empty-option",
        "Відповідь без тексту.",
        "The option has no text."
    );

    public static readonly FindingText QuoteBetween = Error(
        "quote-between-options",
        "Цитата розриває список відповідей: відступіть її на два пробіли, і вона стане поясненням до відповіді.",
        "The quote breaks the list of options: indent it by two spaces to make it the feedback of an option."
    );

    public static readonly FindingText OptionsTwice = Error(
        "two-option-lists",
        "Відповіді стоять у двох списках: зведіть їх в один з однаковим знаком «-».",
        "The options stand in two lists: make them one, with the same sign “-”."
    );

    public static readonly FindingText TextAfterOptions = Error(
        "text-after-options",
        "Після відповідей може стояти лише пояснення: рядки, що починаються з «>».",
        "Only an explanation may follow the options: lines that begin with “>”."
    );

    public static readonly FindingText TextAfterFeedback = Error(
        "text-after-feedback",
        "Після пояснення до відповіді не має бути тексту.",
        "No text may follow the feedback of an option."
    );

    public static readonly FindingText LongestIsKey = Warning(
        "longest-option-is-key",
        "Найдовша відповідь — правильна: це підказка.",
        "The longest option is the key: that gives it away."
    );

    public static readonly FindingText NotOffline = Error(
        "one-at-a-time-offline",
        "З one-at-a-time: true тест не проходять без мережі: заберіть offline-grace.",
        "With one-at-a-time: true the quiz is not available offline: take offline-grace out."
    );

    public static readonly FindingText NothingToPass = Error(
        "nothing-to-pass",
        "У тесті немає запитань, за які дають бали: допишіть graded: false.",
        "No question of the quiz gives points: write graded: false."
    );

    public static readonly FindingText IdTaken = Error(
        "question-id-taken",
        "Ідентифікатор «{0}» уже має запитання в {1}: у курсі він має бути один.",
        "The id “{0}” belongs to a question in {1}: it must be one in the course."
    );

    public static readonly FindingText AttributeOfOtherType = Error(
        "attribute-of-other-type",
        "«{0}» не діє в запитанні цього типу: заберіть це.",
        "“{0}” has no meaning in a question of this type: take it out."
    );
}
