using Lms.Web.Search;

namespace Lms.Web.Tests.Search;

/// <summary>What is found, and in which order.</summary>
public sealed class SearchIndexTests
{
    [Theory]
    [InlineData("вербували")]
    [InlineData("Вербування")]
    [InlineData("вербув")]
    [InlineData("вepбyвaння")]
    public void Any_form_or_the_beginning_of_a_word_finds_it(string typed) =>
        Assert.Equal(["А"], Texts().Titles(typed));

    [Theory]
    [InlineData("зв'язок")]
    [InlineData("зв’язком")]
    [InlineData("звʼязку")]
    [InlineData("зв`язки")]
    public void Any_apostrophe_finds_every_apostrophe(string typed) =>
        Assert.Equal(
            ["А", "Б", "В", "Г"],
            new Library()
                .Lesson("А", "зв'язок")
                .Lesson("Б", "зв’язок")
                .Lesson("В", "звʼязок")
                .Lesson("Г", "зв`язок")
                .Titles(typed)
        );

    [Fact]
    public void A_word_followed_by_a_space_is_whole()
    {
        var texts = new Library().Lesson("А", "перенапруження").Lesson("Б", "перенаправлення");
        Assert.Equal(2, texts.Titles("перенапр").Count);
        Assert.Empty(texts.Titles("перенапр "));
        Assert.Equal(["Б"], texts.Titles("перенаправл"));
    }

    [Fact]
    public void A_form_of_the_word_comes_before_a_word_that_only_begins_so() =>
        Assert.Equal(
            ["форма", "початок"],
            new Library().Lesson("початок", "правовий").Lesson("форма", "правами").Titles("прав")
        );

    [Fact]
    public void What_is_named_so_comes_before_what_mentions_it() =>
        Assert.Equal(
            ["Згода", "Згода на роботу", "Розділ", "Згода особи", "Текст"],
            new Library()
                .Lesson("Текст", "згода згода згода згода згода згода згода згода згода згода")
                .Term("Згода особи", "тлумачення")
                .Lesson("Розділ", "слова", heading: "Про згоду")
                .Lesson("Згода на роботу", "слова")
                .Course("Згода")
                .Titles("згода")
        );

    [Theory]
    [InlineData("К1")]
    [InlineData("k1")]
    public void A_course_is_found_by_its_code_in_either_alphabet(string typed) =>
        Assert.Equal(
            ["Курс"],
            new Library().Course("Інший", "К10").Course("Курс", "К1").Titles(typed + " ")
        );

    [Fact]
    public void Every_word_must_be_there_when_some_text_has_them_all()
    {
        var answer = Texts().Find("обман і вербування");
        Assert.True(answer.HasAll);
        Assert.Equal(["А"], answer.Shown.Select(hit => hit.Document.Title));
    }

    [Fact]
    public void Else_texts_with_some_of_the_words_are_given_and_told_apart()
    {
        var answer = Texts().Find("вербування обман кавун");
        Assert.False(answer.HasAll);
        Assert.Equal(["А", "Б"], answer.Shown.Select(hit => hit.Document.Title));
    }

    [Fact]
    public void Of_a_lesson_that_may_not_be_opened_the_title_alone_is_searched()
    {
        var texts = Texts().Lesson("Вербування дитини", "таємний текст", heading: "Розділ");
        var hit = Assert.Single(texts.Find("вербувати", Reach.Title).Shown);
        Assert.Equal("Вербування дитини", hit.Document.Title);
        Assert.Empty(hit.Text.Parts);
        Assert.Empty(hit.Heading.Parts);
        Assert.Empty(texts.Titles("таємний", Reach.Title));
        Assert.Empty(texts.Titles("розділ", Reach.Title));
    }

    [Fact]
    public void What_a_reader_may_not_know_of_is_not_found() =>
        Assert.Equal(0, Texts().Find("обман", Reach.Nothing).Count);

    [Fact]
    public void The_best_are_given_page_by_page()
    {
        var texts = new Library();
        for (var number = 0; number < 25; number++)
        {
            texts.Lesson($"Урок {number}", "ознака");
        }

        var answer = texts.Find("ознаки");
        Assert.Equal(25, answer.Count);
        Assert.Equal(10, answer.Shown.Count);
        Assert.Equal("Урок 0", answer.Shown[0].Document.Title);
    }

    private static Library Texts() =>
        new Library().Lesson("А", "Вербування через обман.").Lesson("Б", "Лише обман.");
}
