using System.Globalization;
using System.Text.RegularExpressions;
using Lms.Web.Content.Exchange.Answers;
using Lms.Web.Content.Exchange.Prose;

namespace Lms.Web.Content.Exchange.MoodleXml;

/// <summary>
/// Words to be chosen or dragged into <c>[[n]]</c>: a gap offers the words of its group.
/// </summary>
internal sealed class MoodleGaps(XmlPart part, ForeignProse prose, QuestionScope scope)
{
    private const int MostChoices = 100;

    private static readonly Regex Mark = new(
        @"\[\[(?<number>[0-9]{1,3})\]\]",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );

    private readonly List<(string Word, string Group)> choices =
    [
        .. part
            .Parts.Where(choice => choice.Name is "selectoption" or "dragbox")
            .Take(MostChoices)
            .Select(choice =>
                (
                    prose.Words(new(choice.TextOf("text"), TextFormat.Html), scope),
                    choice.TextOf("group")
                )
            ),
    ];

    public (string Prompt, ImportedAnswers? Answers) Read()
    {
        var gaps = new GapList(prose, scope);
        var source = part.ForeignOf("questiontext", scope);
        var text = Mark.Replace(
            gaps.Cleared(source.Text),
            found => gaps.Add(GapOf(found.Groups["number"].Value) ?? gaps.Refuse(found.Value))
        );
        return gaps.Fill(source with { Text = text });
    }

    private string? GapOf(string written)
    {
        var number = int.Parse(written, CultureInfo.InvariantCulture) - 1;
        if (number < 0 || number >= choices.Count)
        {
            return null;
        }

        var right = choices[number];
        var offered = choices
            .Where(choice => choice.Group == right.Group)
            .Select(choice => choice.Word);
        var words = offered.Distinct(StringComparer.Ordinal).ToList();
        return GapText.Chosen(words, words.IndexOf(right.Word));
    }
}
