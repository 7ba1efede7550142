using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lms.Domain.Certification;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.AspNetCore.Html;

namespace Lms.Web.Features.Courses.Changes;

/// <summary>The changed blocks of one lesson, as its page shows them.</summary>
public sealed record ChangedText(PublishedActivity Lesson, string Language, HtmlString Html)
{
    private static readonly HtmlParser Parser = new();

    public static IReadOnlyList<ChangedText> Of(OwedChange change, string language) =>
        [
            .. change
                .Parts.Blocks.GroupBy(block => block.Activity)
                .Select(own => Of(change.To.Find(own.Key), [.. own], language))
                .OrderBy(text => text.Lesson.Position),
        ];

    private static ChangedText Of(
        PublishedActivity lesson,
        IReadOnlyList<ChangedPart> blocks,
        string language
    )
    {
        // A translation that has fallen behind does not have the change.
        var read = lesson.In(language) is { IsStale: false } fresh ? fresh : lesson.Text;
        var page = Parser.ParseDocument(read.Body.Value ?? "");
        var found = blocks
            .Select(block => page.GetElementById(block.Part))
            .OfType<IElement>()
            .ToList();
        // Blocks within blocks are shown once.
        var outer = found.Where(one => !found.Exists(other => other != one && other.Contains(one)));
        return new(
            lesson,
            read.Language,
            new(string.Concat(outer.Select(element => element.OuterHtml)))
        );
    }
}
