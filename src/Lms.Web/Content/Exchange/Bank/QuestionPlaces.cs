using Lms.Web.Content.Markup;
using Lms.Web.Content.Quizzes;

namespace Lms.Web.Content.Exchange.Bank;

/// <summary>Where the questions of a quiz or a bank begin, without reading them.</summary>
internal static class QuestionPlaces
{
    /// <summary>The ids in the headings, with the offsets of these; without an id there is none.</summary>
    public static IEnumerable<(string Id, int Offset)> In(string text) =>
        QuestionCuts
            .Of(text.Replace('\r', ' '), 0)
            .Select(cut => (Line: text[cut.Start..cut.End].Split('\n')[0], cut.Start))
            .Select(heading => (AttributeList.AtEndOf(heading.Line, 0, out _)?["#"], heading.Start))
            .Where(found => found.Item1 is not null)
            .Select(found => (found.Item1!, found.Start));

    /// <summary>From 1; 1 when there is no such question.</summary>
    public static int LineOf(string text, string id)
    {
        var offset = In(text).FirstOrDefault(found => found.Id == id).Offset;
        return text.AsSpan(0, offset).Count('\n') + 1;
    }
}
