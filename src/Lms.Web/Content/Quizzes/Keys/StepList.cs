using System.Globalization;
using Lms.Domain.Quizzes;
using Lms.Web.Content.Markup;
using Markdig.Syntax;

namespace Lms.Web.Content.Quizzes.Keys;

/// <summary>A numbered list in the right order.</summary>
internal static class StepList
{
    private const int MostSteps = 30;

    public static Ordering Read(MarkupText text, ListBlock list, string id)
    {
        var items = list.OfType<ListItemBlock>().ToList();
        if (items.Count is < 2 or > MostSteps)
        {
            var most = MostSteps.ToString(CultureInfo.InvariantCulture);
            text.Report(KeyTexts.TooFewSteps, list.Span.Start, most);
        }

        var steps = new List<string>();
        foreach (var item in items)
        {
            CriteriaList.RefuseMark(text, item);
            var html = ItemHtml.Of(text, [.. item]);
            if (html.Length == 0)
            {
                text.Report(QuizTexts.EmptyOption, item.Span.Start);
            }
            else if (steps.Contains(html))
            {
                text.Report(KeyTexts.SameStep, item.Span.Start);
            }

            steps.Add(html);
        }

        return new() { Id = id, StepsHtml = steps };
    }
}
