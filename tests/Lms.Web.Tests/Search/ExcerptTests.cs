using Lms.Web.Search;

namespace Lms.Web.Tests.Search;

/// <summary>What a reader sees of a text that was found.</summary>
public sealed class ExcerptTests
{
    private const string Filler =
        "Люди приходять по пораду в різний час, і перша розмова часто буває короткою. ";

    [Fact]
    public void Forms_of_the_wanted_words_are_marked_and_nothing_else()
    {
        var hit = Found("Ознаки бувають різні. Ознакою є борг.", "ознак боргами");
        Assert.Equal(["Ознаки", "Ознакою", "борг"], Marked(hit.Text));
        Assert.Equal("Ознаки бувають різні. Ознакою є борг.", Whole(hit.Text));
    }

    [Fact]
    public void A_long_text_is_cut_between_words_around_the_place()
    {
        var whole = $"{Filler}{Filler}Тоді роботодавець забирає паспорт. {Filler}{Filler}";
        var hit = Found(whole, "паспорта");
        var text = Whole(hit.Text);
        Assert.InRange(text.Length, 100, 162);
        Assert.StartsWith("…", text, StringComparison.Ordinal);
        Assert.EndsWith("…", text, StringComparison.Ordinal);
        Assert.Contains($" {text.Trim('…')} ", whole, StringComparison.Ordinal);
        Assert.Equal(["паспорт"], Marked(hit.Text));
    }

    [Fact]
    public void The_place_with_most_of_the_words_is_shown()
    {
        var hit = Found($"борг {Filler}{Filler}{Filler} борг за паспорт", "борг паспорт");
        Assert.Equal(["борг", "паспорт"], Marked(hit.Text));
    }

    [Fact]
    public void The_address_leads_to_the_best_passage()
    {
        var texts = new Library().LongLesson("Урок", "про борг", "про борг і паспорт", "інше");
        Assert.Equal("/l0#b1", texts.Find("борг паспорт").Shown[0].Address);
    }

    [Fact]
    public void A_heading_leads_to_its_section_and_a_title_to_the_top()
    {
        var texts = new Library().Lesson("Назва уроку", "текст", heading: "Борг");
        Assert.Equal("/l0#section", texts.Find("боргу").Shown[0].Address);
        Assert.Equal("/l0", texts.Find("назву").Shown[0].Address);
        Assert.Equal("текст", Whole(texts.Find("назву").Shown[0].Text));
    }

    [Fact]
    public void A_hyphenated_word_is_marked_by_its_parts()
    {
        var hit = Found("Це соціально-психологічна допомога.", "психологічну");
        Assert.Equal(["психологічна"], Marked(hit.Text));
    }

    [Fact]
    public void Marks_are_parts_and_never_text()
    {
        var hit = Found("<mark>борг</mark> & <script>alert(1)</script>", "борг");
        Assert.Equal(["борг"], Marked(hit.Text));
        Assert.Equal("<mark>борг</mark> & <script>alert(1)</script>", Whole(hit.Text));
    }

    private static SearchHit Found(string text, string typed) =>
        Assert.Single(new Library().Lesson("Урок", text).Find(typed).Shown);

    private static string Whole(Excerpt excerpt) =>
        string.Concat(excerpt.Parts.Select(part => part.Text));

    private static IEnumerable<string> Marked(Excerpt excerpt) =>
        excerpt.Parts.Where(part => part.IsWanted).Select(part => part.Text);
}
