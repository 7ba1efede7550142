using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Quizzes.Keys;

internal static class KeyTexts
{
    public static readonly FindingText AnswerWithoutSign = Error(
        "answer-without-sign",
        "Частину відповідей позначено знаком «=», а цю ні: почніть її з «= ».",
        "Some answers begin with “=” and this one does not: begin it with “= ”."
    );

    public static readonly FindingText EmptyAnswer = Error(
        "empty-answer",
        "Після «=» немає відповіді.",
        "There is no answer after “=”."
    );

    public static readonly FindingText AnswerTooLong = Error(
        "answer-too-long",
        "Відповідь довша за {0} знаків: стільки ніхто не введе.",
        "The answer has over {0} characters: nobody can type so many."
    );

    public static readonly FindingText AnswerNotPlain = Error(
        "answer-not-plain",
        "Очікувана відповідь — простий текст: заберіть розмітку або поставте перед її знаком «\\».",
        "An expected answer is plain text: take the marks out, or write “\\” before them."
    );

    public static readonly FindingText AnswerHasMore = Error(
        "answer-has-more",
        "Під очікуваною відповіддю не може бути нічого: пояснення пишуть після всього списку.",
        "Nothing may stand under an expected answer: an explanation follows the whole list."
    );

    public static readonly FindingText BadPattern = Error(
        "bad-pattern",
        "Шаблон має стояти в одній парі знаків «`», бути не довшим за {0} знаків і без посилань назад та оглядань.",
        "A pattern stands in one pair of “`”, has {0} characters at most, no back references and no lookaround."
    );

    public static readonly FindingText RangeAmongTexts = Error(
        "range-among-texts",
        "Проміжок діє, лише коли кожна відповідь — число або проміжок.",
        "A range works only when every answer is a number or a range."
    );

    public static readonly FindingText BadRange = Error(
        "bad-range",
        "У проміжку «{0}» перше число більше за друге.",
        "In the range “{0}” the first number is above the second."
    );

    public static readonly FindingText WithoutTable = Error(
        "matching-without-table",
        "Для type=matching потрібна таблиця з двох стовпців.",
        "type=matching needs a table of two columns."
    );

    public static readonly FindingText TwoColumns = Error(
        "matching-columns",
        "У таблиці пар має бути рівно два стовпці.",
        "The table of pairs must have exactly two columns."
    );

    public static readonly FindingText TooFewPairs = Error(
        "too-few-pairs",
        "Пар має бути від 2 до {0}.",
        "There must be 2 to {0} pairs."
    );

    public static readonly FindingText PairWithoutRight = Error(
        "pair-without-right",
        "Права комірка порожня: без пари може лишатися тільки права.",
        "The right cell is empty: only a right one may stand without a pair."
    );

    public static readonly FindingText SameLeft = Error(
        "same-left",
        "Такий самий лівий текст уже є: його не відрізнити.",
        "The same left text stands above: nobody can tell them apart."
    );

    public static readonly FindingText DistractorIsRight = Error(
        "distractor-is-right",
        "Цей зайвий текст збігається з правильним.",
        "This extra text is the same as a right one."
    );

    public static readonly FindingText WithoutSteps = Error(
        "ordering-without-steps",
        "Для type=ordering потрібен нумерований список у правильному порядку.",
        "type=ordering needs a numbered list in the right order."
    );

    public static readonly FindingText TooFewSteps = Error(
        "too-few-steps",
        "Кроків має бути від 2 до {0}.",
        "There must be 2 to {0} steps."
    );

    public static readonly FindingText SameStep = Error(
        "same-step",
        "Такий самий крок уже є: їх не розрізнити.",
        "The same step stands above: nobody can tell them apart."
    );

    public static readonly FindingText MarkNotHere = Error(
        "mark-not-here",
        "У такому запитанні пункти не позначають [ ] чи [x].",
        "In such a question items are not marked [ ] or [x]."
    );

    public static readonly FindingText WithoutScale = Error(
        "scale-without-range",
        "Для type=scale потрібен один пункт із проміжком, як-от «- 1..5».",
        "type=scale needs one item with a range, such as “- 1..5”."
    );

    public static readonly FindingText BadScale = Error(
        "bad-scale",
        "Шкала — це «- 1..5»: цілі числа від 0 до {0}, друге більше за перше; тут «{1}».",
        "A scale is “- 1..5”: whole numbers from 0 to {0}, the second above the first; this is “{1}”."
    );

    public static readonly FindingText ScaleWithoutType = Error(
        "scale-without-type",
        "Для шкали допишіть у дужки заголовка type=scale.",
        "For a scale add type=scale to the braces of the heading."
    );

    public static readonly FindingText BadWeight = Error(
        "bad-weight",
        "Вага — ціле число відсотків від {0} до {1}; тут «{2}».",
        "A weight is a whole percent from {0} to {1}; this is “{2}”."
    );

    public static readonly FindingText WithoutWeight = Error(
        "option-without-weight",
        "Правильній відповіді бракує ваги: її мають інші.",
        "This right option has no weight, and others have."
    );

    public static readonly FindingText WeightsDoNotAddUp = Error(
        "weights-do-not-add-up",
        "Ваги правильних відповідей разом мають дати 100, а дають {0}.",
        "The weights of the right options must sum to 100; they make {0}."
    );

    public static readonly FindingText WeightsAndScoring = Error(
        "weights-and-scoring",
        "Ваги не діють разом зі scoring=all: лишіть одне.",
        "Weights do not work together with scoring=all: keep one of them."
    );
}
