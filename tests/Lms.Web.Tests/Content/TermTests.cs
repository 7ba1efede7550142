using Lms.Web.Content;
using Lms.Web.Content.Pack;
using Lms.Web.Content.Terms;

namespace Lms.Web.Tests.Content;

public sealed class TermTests : IDisposable
{
    private const string Head = "---\ntitle: Словник\n---\n\n";

    private const string Words = """
        торгівля людьми
        : Дія, засіб і **мета**.

        постраждала особа
        потерпіла від торгівлі
        : Людина. Див. [[торгівля людьми]] і [допомогу](/help).
        """;

    private readonly ContentFolder content = new();

    public TermTests() => Glossary(Words);

    public void Dispose() => content.Dispose();

    [Fact]
    public void A_term_leads_to_its_meaning_below_the_lesson()
    {
        var read = content
            .WriteLesson(
                "Друга: [[Потерпіла від торгівлі|потерпілу]]. Перша: [[торгівля людьми]], [[торгівля людьми|нею]].\n"
            )
            .Check();

        read.IsClean();
        Assert.Equal(
            """
            <p>Друга: <a class="term" href="#term%3Aпостраждала-особа">потерпілу</a>. Перша: <a class="term" href="#term%3Aторгівля-людьми">торгівля людьми</a>, <a class="term" href="#term%3Aторгівля-людьми">нею</a>.</p>
            <aside class="terms">
            <p class="terms-title">Слова цього уроку</p>
            <dl>
            <dt>постраждала особа</dt>
            <dd id="term:постраждала-особа"><p>Людина. Див. торгівля людьми і <a href="/help">допомогу</a>.</p></dd>
            <dt>торгівля людьми</dt>
            <dd id="term:торгівля-людьми"><p>Дія, засіб і <strong>мета</strong>.</p></dd>
            </dl>
            <p><a href="/help/glossary">Увесь словник</a></p>
            </aside>
            """,
            Uri.UnescapeDataString(read.Html()).Replace("#term:", "#term%3A")
        );
    }

    [Theory]
    [InlineData("## Про [[торгівля людьми|торгівлю]]\n\nТекст.", ">Про торгівлю</h2>")]
    [InlineData("[про [[торгівля людьми|торгівлю]]](/help)", ">про торгівлю</a>")]
    [InlineData("`[[торгівля людьми]]`", "<code>[[торгівля людьми]]</code>")]
    [InlineData("\\[[торгівля людьми]]", "[[торгівля людьми]]")]
    public void Elsewhere_it_is_plain_words(string markdown, string html)
    {
        var read = content.WriteLesson(markdown).Check();

        read.IsClean();
        Assert.Contains(html, read.Html());
        Assert.DoesNotContain("class=\"term\"", read.Html());
        Assert.DoesNotContain("<aside", read.Html());
    }

    [Theory]
    [InlineData("[[торгівля\nлюдьми]]")]
    [InlineData("[[|торгівля]]")]
    [InlineData("[[торгівля людьми|]]")]
    [InlineData("[[а|б|в]]")]
    [InlineData("| а | б |\n|---|---|\n| [[торгівля людьми|торгівля]] | в |\n")]
    public void Two_brackets_that_are_no_term_are_warned_of(string markdown) =>
        content.WriteLesson(markdown).Check().Only("term-not-readable");

    [Fact]
    public void An_escaped_bar_of_a_term_does_not_part_a_table()
    {
        var read = content
            .WriteLesson("| а | б |\n|---|---|\n| [[торгівля людьми\\|торгівля]] | в |\n")
            .Check();

        read.IsClean();
        Assert.Contains(">торгівля</a></td><td>в</td>", read.Html());
    }

    [Fact]
    public void In_a_question_it_is_plain_words()
    {
        var read = content
            .WriteQuiz(
                "## Що таке [[торгівля людьми]]? {#q}\n\n- [x] [[постраждала особа|це]]\n- [ ] [[інше]]\n"
            )
            .Check();

        Assert.Equal("unknown-term", read.Only("unknown-term").Code);
        var question = Assert.Single(read.TheQuiz().Questions);
        Assert.DoesNotContain("<a", question.PromptHtml);
        Assert.Contains("Що таке торгівля людьми?", question.PromptHtml);
    }

    [Fact]
    public void An_unknown_term_is_a_warning_with_the_nearest_name()
    {
        var read = content.WriteLesson("Слово [[торгівля людми|слово]] тут").Check();

        var finding = read.Only("unknown-term");
        Assert.Equal((5, 7, "торгівля людьми"), (finding.Line, finding.Column, finding.Suggestion));
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains("<p>Слово слово тут</p>", read.Html());
    }

    [Fact]
    public void An_apostrophe_or_a_hyphen_alone_makes_no_other_term()
    {
        Glossary("зв’язок із матір’ю\n: Так.");

        var read = content.WriteLesson("[[Зв'язок із матір'ю]] і [[зв’язок  Із матір’ю]]").Check();

        Assert.Equal("зв’язок із матір’ю", read.Only("term-spelled-two-ways").Args[1]);
        Assert.Equal(2, read.Html().Split("class=\"term\"").Length - 1);
    }

    [Fact]
    public void A_snippet_may_name_terms()
    {
        var read = content
            .Write("courses/basics/snippets/a.md", "- [[постраждала особа]]")
            .WriteLesson("::: include ../snippets/a.md\n:::")
            .Check();

        read.IsClean();
        Assert.Contains("<dt>постраждала особа</dt>", read.Html());
    }

    [Fact]
    public void A_course_uses_the_words_of_its_own_language()
    {
        content
            .Write("glossary.en.md", "---\ntitle: Glossary\nsource: \"\"\n---\n\nTHB\n: A crime.\n")
            .Replace(ContentFolder.Course, "language: uk", "language: en")
            .WriteLesson("[[THB]] and [[торгівля людьми]]");

        var read = content.Check();

        Assert.Contains(read.Findings, found => found.Code == "unknown-term");
        Assert.Contains("Words of this lesson", read.Html());
    }

    [Theory]
    [InlineData("Просто текст.", "expects-terms", 5)]
    [InlineData("а\n: б\n\n## Заголовок", "expects-terms", 8)]
    [InlineData("а\n: б\n\nА\n: в", "duplicate-term", 8)]
    [InlineData("а-б\n: б\n\nа б\n: в", "term-spelled-two-ways", 8)]
    [InlineData("а|б\n: в", "bad-term", 5)]
    [InlineData("а\n: [б](javascript:1)", "unsafe-address", 6)]
    [InlineData("а\n: [б](courses/basics/01-start/01-first.md)", "broken-link", 6)]
    [InlineData("а\n: [[б]]", "unknown-term", 6)]
    [InlineData("а\n: б\n    ::: sensitive в\n    г\n    :::", "block-only-in-lessons", 7)]
    public void The_glossary_is_checked(string words, string code, int line)
    {
        Glossary(words);

        var finding = content.Check().Only(code);
        Assert.Equal(("glossary.md", line), (finding.Path, finding.Line));
    }

    [Theory]
    [InlineData("", "front-matter-missing")]
    [InlineData("---\ntitel: x\n---\nа\n: б\n", "unknown-key")]
    public void So_are_its_keys(string file, string code) =>
        content.Write("glossary.md", file).Check().Only(code);

    [Fact]
    public void An_error_in_it_stops_no_course()
    {
        Glossary("а\n: б\n\nТекст.");

        var read = content.Check();

        Assert.True(read.HasErrors);
        Assert.NotNull(read.Pack);
        Assert.True(read.Course("basics")!.IsClean);
    }

    [Fact]
    public void A_glossary_older_than_its_source_is_said_to_be_so()
    {
        const string english = "---\ntitle: Glossary\nsource: \"\"\n---\n\nTHB\n: A crime.\n";
        Glossary("торгівля людьми\n: Злочин.");
        var stale = content.Write("glossary.en.md", english).Check().Only("stale-translation");
        Assert.Equal(("glossary.en.md", 3), (stale.Path, stale.Line));

        var hash = stale.MessageIn("en").Split(' ')[^1];
        content.Replace("glossary.en.md", "source: \"\"", $"source: {hash}").Check().IsClean();
    }

    [Fact]
    public void The_glossaries_of_the_repository_read_without_a_finding()
    {
        var root = Support.Repository.File("content");
        var findings = new Findings();
        var pack = PackReader.Read(Path.Combine(root, "organisation"), findings);
        var glossary = GlossaryReader.Read(root, pack, new HashSet<string>(), findings);

        // What the organisation has to fill in is left empty, and said.
        Assert.Equal([], findings.All.Where(one => one.Code != "certificate-field-missing"));
        Assert.True(glossary.In("uk").Entries.Count > 10);
        Assert.True(glossary.In("en").Entries.Count > 10);
    }

    private void Glossary(string words) => content.Write("glossary.md", $"{Head}{words}\n");
}
