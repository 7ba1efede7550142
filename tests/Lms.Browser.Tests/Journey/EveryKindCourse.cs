using Lms.Browser.Tests.Start;

namespace Lms.Browser.Tests.Journey;

/// <summary>The content of the repository and one course more, whose quiz has every kind of question.</summary>
internal sealed class EveryKindCourse : IDisposable
{
    public const string Course = "/courses/every-kind";
    public const string Quiz = $"{Course}/all";

    /// <summary>In their order; the file apart, which is handed in on a page of its own.</summary>
    public static readonly string[] Answered =
    [
        "q-single",
        "q-multiple",
        "q-word",
        "q-number",
        "q-pairs",
        "q-steps",
        "q-gaps",
        "q-essay",
        "q-clear",
    ];

    private const string CourseFile = """
        ---
        title: "Усі види запитань"
        code: В1
        summary: "Пробний курс."
        hours: {self: 0.5}
        revision: 1
        changes:
          - {revision: 1, date: 2026-11-23, kind: major, summary: "Перше видання."}
        ---

        Пробний курс із тестом.
        """;

    private const string QuizFile = """
        ---
        title: "Усі види"
        minutes: 30
        pass: 60
        show: after-attempt
        confidence: true
        time: 2h
        ---

        ## Що з цього — засіб? {#q-single}

        Вигадана ситуація. Марку пообіцяли платню, якої не було, й забрали паспорт.

        - [x] обман щодо платні
          > Так: обман.
        - [ ] поїздка до іншого міста автобусом
          > Це дія.
        - [ ] знайомство

        > Засіб відбирає в людини вибір.

        ## Виберіть усі засоби {#q-multiple points=2}

        - [x] погроза
        - [x] уразливий стан
        - [ ] робота без оплати
          > Це мета.

        ## Якого слова бракує: повага до людської … {#q-word}

        - = гідності
        - = гідність

        ## До скількох років людина — дитина? {#q-number}

        - = 18

        ## З’єднайте номер і допомогу {#q-pairs type=matching}

        | номер | допомога |
        |---|---|
        | 102 | поліція, коли загроза просто зараз |
        | 116 111 | національна дитяча гаряча лінія |
        | 15-47 | урядова гаряча лінія з протидії торгівлі людьми |
        | | розклад потягів |

        ## Розставте кроки першої розмови {#q-steps type=ordering}

        1. подбати, щоб ніхто не чув розмови
        2. сказати, що можна не відповідати
        3. вислухати й не перебивати
        4. спитати, якої допомоги людина хоче

        ## Доповніть {#q-gaps}

        Торгівля людьми — це дія, ___{засіб|спосіб} і мета ___{*експлуатації|подорожі|розваги} людини.

        > Три елементи.

        ## Опишіть свій перший крок {#q-essay type=essay min-words=5 points=3}

        Вигадана ситуація: людина просить нікому не казати.

        - названо безпеку людини
        - названо її згоду

        ## Додайте свій план {#q-file type=file}

        Аркуш із трьома кроками.

        ## Наскільки це було зрозуміло? {#q-clear type=scale}

        - 1..5
        """;

    private readonly ContentCopy content = new();

    public EveryKindCourse()
    {
        var folder = Path.Combine(content.Folder, "courses", "every-kind");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "course.md"), CourseFile);
        File.WriteAllText(Path.Combine(folder, "01-all.quiz.md"), QuizFile);
    }

    public string Folder => content.Folder;

    public void Dispose() => content.Dispose();
}
