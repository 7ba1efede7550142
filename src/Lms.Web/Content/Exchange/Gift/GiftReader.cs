using Lms.Web.Content.Exchange.Prose;

namespace Lms.Web.Content.Exchange.Gift;

/// <summary>
/// Reads GIFT as Moodle does (question/format/gift, docs.moodle.org «GIFT format»): questions parted
/// by empty lines, answers in braces.
/// </summary>
internal static class GiftReader
{
    private const string CategoryMark = "$CATEGORY";

    public static ImportedFile Read(ImportFile file)
    {
        var taken = new TakenQuestions(file);
        var prose = new ForeignProse();
        string? category = null;
        foreach (var block in GiftBlock.Of(file.Text))
        {
            var text = block.Text;
            if (text.Length == 0)
            {
                continue;
            }

            if (taken.IsFull(text.Offset))
            {
                break;
            }

            var (line, column) = file.PlaceOf(text.Offset);
            var scope = new QuestionScope(file, line, column);
            if (text.StartsWith(CategoryMark))
            {
                (category, text) = CategoryOf(text, scope);
            }

            if (block.IsTooLong)
            {
                scope.Say(ExchangeTexts.TooMuchText);
            }
            else if (text.Length > 0)
            {
                taken.Add(new GiftQuestion(block, text, prose, scope).Read(category), scope);
            }
        }

        return taken.All();
    }

    private static (string? Category, GiftText After) CategoryOf(GiftText text, QuestionScope scope)
    {
        var end = text.IndexOf("\n");
        var line = end < 0 ? text : text[..end];
        var rest = end < 0 ? text[text.Length..] : text[end..].Trim();
        if (line.Cut(":") is { Before.Length: var before } cut && before == CategoryMark.Length)
        {
            return (cut.After.Letters, rest);
        }

        scope.Say(GiftTexts.Category);
        return (null, rest);
    }
}
