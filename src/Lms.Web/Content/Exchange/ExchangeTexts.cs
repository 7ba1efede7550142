using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Exchange;

/// <summary>What is said of any file to import.</summary>
internal static class ExchangeTexts
{
    public static readonly FindingText FileTooBig = Error(
        "import-file-too-big",
        "Файл більший за 4 МБ: поділіть його.",
        "The file is over 4 MB: split it."
    );

    public static readonly FindingText NotUtf8 = Error(
        "import-not-utf-8",
        "Байт {0} (від нуля) не є текстом у UTF-8. Кодування не вгадується: збережіть файл як UTF-8.",
        "Byte {0} (from zero) is not UTF-8 text. The encoding is not guessed: save the file as UTF-8."
    );

    public static readonly FindingText NoQuestions = Error(
        "import-without-questions",
        "У файлі немає жодного запитання цього формату.",
        "The file has no question of this format."
    );

    public static readonly FindingText TooManyQuestions = Error(
        "import-too-many-questions",
        "У файлі більше ніж {0} запитань: звідси їх не взято.",
        "The file has over {0} questions: from here on they were not taken."
    );

    public static readonly FindingText TooManyFindings = Error(
        "import-too-many-findings",
        "Знахідок забагато: звідси файл не читали далі. Спершу виправте ці.",
        "There are too many findings: the file was not read on from here. Correct these first."
    );

    public static readonly FindingText TooMuchText = Error(
        "import-text-too-long",
        "Завеликий текст: запитання не взято.",
        "The text is too long: the question was not taken."
    );

    public static readonly FindingText TooMuchMarkup = Error(
        "import-markup-too-deep",
        "У тексті забагато розмітки або вона занадто вкладена: запитання не взято.",
        "The text has too much markup or nests too deep: the question was not taken."
    );

    public static readonly FindingText NotAsWritten = Error(
        "import-text-not-kept",
        "Текст не вдалося записати так, щоб його читали без змін: запитання не взято.",
        "The text cannot be written so that it reads unchanged: the question was not taken."
    );

    public static readonly FindingText WithoutPrompt = Error(
        "import-without-prompt",
        "У запитання немає тексту.",
        "The question has no text."
    );

    public static readonly FindingText WithoutKey = Error(
        "import-without-key",
        "У запитання немає правильної відповіді.",
        "The question has no right answer."
    );

    public static readonly FindingText TooFewAnswers = Error(
        "import-too-few-answers",
        "Відповідей має бути щонайменше {0}.",
        "There must be at least {0} answers."
    );

    public static readonly FindingText TooManyAnswers = Error(
        "import-too-many-answers",
        "Відповідей більше ніж {0}.",
        "There are over {0} answers."
    );

    public static readonly FindingText EmptyAnswer = Error(
        "import-empty-answer",
        "Відповідь без тексту.",
        "An answer has no text."
    );

    public static readonly FindingText SeveralRight = Error(
        "import-several-right-of-one",
        "Вибрати можна одну відповідь, а правильних кілька: такого запитання тут немає. Залиште одну правильну або дозвольте вибрати кілька.",
        "One answer may be chosen and several are right: there is no such question here. Leave one right answer or let several be chosen."
    );

    public static readonly FindingText BadWeight = Error(
        "import-weight",
        "Вага «{0}» має бути числом від −100 до 100.",
        "The weight “{0}” must be a number from −100 to 100."
    );

    public static readonly FindingText BadNumber = Error(
        "import-number",
        "«{0}» не є числом.",
        "“{0}” is not a number."
    );

    public static readonly FindingText BadGap = Error(
        "import-gap",
        "Пропуск «{0}» не можна записати тут: запитання не взято.",
        "The gap “{0}” cannot be written here: the question was not taken."
    );

    public static readonly FindingText PartialCredit = Warning(
        "import-partial-credit",
        "Частковий бал за відповідь «{0}» не переноситься: вона не дає балів.",
        "Part of the points for “{0}” is not represented: it earns none."
    );

    public static readonly FindingText AnswerFeedbackLost = Warning(
        "import-feedback-lost",
        "Пояснення до відповіді «{0}» не переноситься: такі запитання його не мають.",
        "The feedback of “{0}” is not represented: such questions have none."
    );

    public static readonly FindingText WeightsUneven = Warning(
        "import-weights-changed",
        "Ваги правильних відповідей не дають разом 100: їх не взято.",
        "The weights of the right answers do not sum to 100: they were not taken."
    );

    public static readonly FindingText OneRightOfMany = Warning(
        "import-one-right-of-many",
        "Вибрати можна було кілька відповідей, а правильна одна: тут це вибір однієї.",
        "Several answers could be chosen and one is right: here one is chosen."
    );

    public static readonly FindingText FormattingLost = Warning(
        "import-formatting-lost",
        "Оформлення <{0}> не переноситься: взято сам текст.",
        "The formatting <{0}> is not represented: its text was taken."
    );

    public static readonly FindingText EmphasisLost = Warning(
        "import-emphasis-lost",
        "Виділення в тексті не вдалося зберегти: взято самі слова.",
        "The emphasis of the text cannot be kept: its words were taken."
    );

    public static readonly FindingText ElementDropped = Warning(
        "import-element-dropped",
        "<{0}> з усім умістом не взято.",
        "<{0}> and all within was not taken."
    );

    public static readonly FindingText FileNotTaken = Warning(
        "import-file-not-taken",
        "Вкладений файл «{0}» не взято: перевірте, чи запитання зрозуміле без нього.",
        "The embedded file “{0}” was not taken: see whether the question makes sense without it."
    );

    public static readonly FindingText LinkLost = Warning(
        "import-link-lost",
        "Адресу «{0}» не взято: лише https, http, mailto і tel.",
        "The address “{0}” was not taken: only https, http, mailto and tel."
    );

    public static readonly FindingText FormulaAsText = Warning(
        "import-formula-as-text",
        "Формулу буде показано як текст.",
        "The formula will be shown as text."
    );

    public static readonly FindingText NamesNotKept = Warning(
        "import-names-not-kept",
        "Назви запитань («{0}») не переносяться: учасники їх не бачать.",
        "The names of questions (“{0}”) are not represented: learners do not see them."
    );

    public static readonly FindingText NotRepresented = Warning(
        "import-not-represented",
        "«{0}» не переноситься.",
        "“{0}” is not represented."
    );

    public static readonly FindingText CriteriaLost = Warning(
        "export-criteria-lost",
        "Критерії для тренера не переносяться.",
        "The criteria for the trainer are not represented."
    );

    public static readonly FindingText AlreadyThere = Error(
        "import-already-there",
        "Таке запитання вже є: {0}.",
        "This question is already there: {0}."
    );

    public static readonly FindingText BankFull = Error(
        "import-bank-full",
        "Запитання не вміщується: файл банку має бути не більшим за 1 МБ.",
        "The question does not fit: a bank is at most 1 MB."
    );
}
