namespace Lms.Web.Tests.Content.Exchange;

/// <summary>GIFT, form by form; whole files stand in <see cref="GoldenTests"/>.</summary>
public sealed class GiftTests
{
    [Theory]
    [InlineData("А?{=б ~в}", "- [x] б\n- [ ] в")]
    [InlineData("А?{~%100%б ~%-100%в}", "- [x] б\n- [ ] в")]
    [InlineData("А?{=%5%б ~в}", "- [x] %5%б\n- [ ] в")]
    [InlineData("А?{=б\\n\\nв ~г}", "- [x] б\n\n  в\n- [ ] г")]
    [InlineData("А?{T}", "- [x] Правильно\n- [ ] Неправильно")]
    [InlineData("A?{FALSE#no}", "- [ ] True\n  > no\n- [x] False")]
    [InlineData("А?{=б =в}", "- = б\n- = в")]
    [InlineData("А?{б}", "- = б")]
    [InlineData("А?{=12 =13}", "- =~ `12`\n- =~ `13`")]
    [InlineData("А?{=12 =тринадцять}", "- = 12\n- = тринадцять")]
    [InlineData("А?{=п\\*ять}", "- = п\\*ять")]
    [InlineData("А?{=*ят*}", "- =~ `.*ят.*`")]
    [InlineData("А?{=-1 =_2_}", "- = \\-1\n- = \\_2\\_")]
    [InlineData("А?{#3}", "- = 3")]
    [InlineData("А?{#-3:0.5}", "- = -3.5..-2.5")]
    [InlineData("А?{#=1..5 =%100%7\\:1}", "- = 1..5\n- = 6..8")]
    [InlineData("А?{=б->в =г -> ґ}", "| ліворуч | праворуч |\n|---|---|\n| б | в |\n| г | ґ |")]
    [InlineData("А?{=б|->в =г -> ґ}", "| ліворуч | праворуч |\n|---|---|\n| б\\| | в |\n| г | ґ |")]
    public void Answers_are_written_as_ours(string gift, string answers)
    {
        var markdown = Importing.Read("gift", gift).OnlyMarkdown();

        Assert.Equal(
            answers,
            markdown[(markdown.IndexOf("\n\n", StringComparison.Ordinal) + 2)..^1]
        );
    }

    [Theory]
    [InlineData("Це {=а ~б}.", "Це ___{*а|б}.")]
    [InlineData("Це {~а =б} тут", "Це ___{а|*б} тут")]
    [InlineData("Це {=а =б} тут", "Це ___{а|б} тут")]
    [InlineData("[html]<p>Це {=а}</p>", "Це ___{а}")]
    public void A_missing_word_becomes_a_gap(string gift, string text) =>
        Assert.Equal(
            $"## Заповніть пропуски. {{#q}}\n\n{text}\n",
            Importing.Read("gift", gift).OnlyMarkdown()
        );

    [Theory]
    [InlineData("Це {=а#так ~б}.")]
    [InlineData("Це {=а ~%50%б}.")]
    [InlineData("Це {=а|б ~в}.")]
    [InlineData("Це {#5}.")]
    [InlineData("Це {T}.")]
    public void A_missing_word_that_no_gap_can_hold_leaves_a_line(string gift) =>
        Assert.StartsWith(
            @"## Це \_\_\_\_\_. {#q",
            Importing.Read("gift", gift).OnlyMarkdown(),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("[html]<b>а</b> &amp; б{T}", "**а** & б")]
    [InlineData("[markdown]**а** [б](https://example.org){T}", "**а** [б](https://example.org)")]
    [InlineData("[plain]<b>а</b> &amp;{T}", @"\<b>а\</b> \&amp;")]
    [InlineData("<b>а</b> 2 < 3 i<j{T}", @"**а** 2 \< 3 i\<j")]
    [InlineData("[1] а{T}", @"\[1\] а")]
    [InlineData("а \\: \\# \\= \\~ \\{ \\} \\\\ \\x{T}", @"а : # = \~ &#123; &#125; \\ \\x")]
    public void Texts_have_their_format(string gift, string heading) =>
        Assert.StartsWith(
            $"## {heading} {{#q}}",
            Importing.Read("gift", gift).OnlyMarkdown(),
            StringComparison.Ordinal
        );

    [Fact]
    public void Ids_and_tags_of_comments_and_categories_are_kept()
    {
        var question = Importing
            .Read("gift", "$CATEGORY: $course$/top/Розділ 2\n\n// [id:q-a] [tag:Два слова]\nА?{T}")
            .Only();

        Assert.Equal("q-a", question.Id);
        Assert.Equal(["два-слова", "розділ-2"], question.Tags);
    }

    [Fact]
    public void An_id_that_ours_cannot_be_is_made_anew() =>
        Assert.Null(Importing.Read("gift", "// [id:Ідентифікатор 1]\nА?{T}").Only().Id);

    [Fact]
    public void Lines_of_Windows_and_a_byte_order_mark_are_taken() =>
        Assert.Equal(2, Importing.Read("gift", "\ufeffА?{T}\r\n\r\nБ?{F}\r\n").Questions.Count);

    [Theory]
    [InlineData("", "1:1 import-without-questions")]
    [InlineData("// лише примітка", "1:1 import-without-questions")]
    [InlineData("А", "1:1 gift-not-a-question")]
    [InlineData("А{=б\n\n~в}", "1:2 gift-brace-not-closed|3:3 gift-brace-not-opened")]
    [InlineData("А{=б {~в}", "1:2 gift-brace-not-closed")]
    [InlineData("А{#}", "1:1 import-without-key")]
    [InlineData("А{#1:x}", "1:4 import-number")]
    [InlineData("А{#1e99}", "1:4 import-number")]
    [InlineData("А{=%0%б}", "1:1 import-without-key")]
    [InlineData("А{=а -> б}", "1:1 import-too-few-answers")]
    [InlineData("А{=а -> =б -> в}", "1:1 import-empty-answer")]
    [InlineData("А\u0001{T}", "1:1 control-character")]
    [InlineData("А &#1;{T}", "1:1 control-character")]
    [InlineData("А{~%90%а ~%90%б ~в}", "1:1 import-weights-changed")]
    [InlineData("А{~%100%а ~в}", "1:1 import-one-right-of-many")]
    [InlineData("[html]<img src\\=\"@@PLUGINFILE@@/a.png\">а{T}", "1:1 import-file-not-taken")]
    [InlineData("[html]<a href\\=\"javascript\\:alert(1)\">а</a>{T}", "1:1 import-link-lost")]
    [InlineData(
        "[html]<script>x</script><u>а</u>{T}",
        "1:1 import-element-dropped|1:1 import-formatting-lost"
    )]
    [InlineData(@"\\(x^2\\){T}", "1:1 import-formula-as-text")]
    public void What_is_wrong_or_lost_is_said_at_its_place(string gift, string places) =>
        Assert.Equal(places.Split('|'), Importing.Read("gift", gift).Places().Order());
}
