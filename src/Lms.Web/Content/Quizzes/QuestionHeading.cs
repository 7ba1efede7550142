using System.Globalization;
using Lms.Domain.Quizzes;
using Lms.Domain.Shared;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Markdig.Syntax;

namespace Lms.Web.Content.Quizzes;

/// <summary>What stands in braces at the end of a question's heading.</summary>
internal sealed record QuestionHeading(
    string Id,
    Points Points,
    ScoringMethod Scoring,
    bool KeepsOrder,
    bool IsOfOtherType
)
{
    private const decimal MostPoints = 100;

    private static readonly string[] NotOpen = ["type", "tags", "competence"];
    private static readonly string[] Known = ["#", "points", "scoring", "shuffle", .. NotOpen];

    public static QuestionHeading Read(MarkupText text, HeadingBlock heading, HashSet<string> ids)
    {
        var attributes =
            HeadingAttributes.Of(heading) ?? new AttributeList(heading.Span.Start, true, []);
        text.Refuse(attributes, Known);
        foreach (var one in attributes.All.Where(one => NotOpen.Contains(one.Key)))
        {
            text.Report(FileTexts.NotOpenYet, one.Offset, $"{one.Key}={one.Value}");
        }

        return new(
            IdOf(text, heading, attributes, ids),
            PointsOf(text, attributes),
            OneOf(text, attributes, "scoring", "all") == "all"
                ? ScoringMethod.AllOrNothing
                : ScoringMethod.Partial,
            OneOf(text, attributes, "shuffle", "true", "false") == "false",
            attributes["type"] is not null
        );
    }

    private static string IdOf(
        MarkupText text,
        HeadingBlock heading,
        AttributeList attributes,
        HashSet<string> ids
    )
    {
        if (attributes["#"] is not { } id)
        {
            var number = (ids.Count + 1).ToString(CultureInfo.InvariantCulture);
            text.Report(QuizTexts.WithoutId, heading.Span.Start, number);
            id = $"q-{number}-without-id";
        }
        else
        {
            text.IsId(id, attributes.Offset);
        }

        if (!ids.Add(id))
        {
            text.Report(MarkupTexts.DuplicateId, attributes.Offset, id);
        }

        return id;
    }

    private static Points PointsOf(MarkupText text, AttributeList attributes)
    {
        if (attributes["points"] is not { } written)
        {
            return Points.Whole(1);
        }

        if (
            decimal.TryParse(
                written,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var points
            )
            && points is > 0 and <= MostPoints
            && points * 1000 == decimal.Truncate(points * 1000)
        )
        {
            return new((int)(points * 1000));
        }

        text.Report(MarkupTexts.BadAttribute, attributes.Offset, "points", "0.001–100", written);
        return Points.Whole(1);
    }

    private static string? OneOf(
        MarkupText text,
        AttributeList attributes,
        string key,
        params string[] choices
    )
    {
        var written = attributes[key];
        if (written is null || choices.Contains(written))
        {
            return written;
        }

        var all = string.Join(", ", choices);
        text.Report(MarkupTexts.BadAttribute, attributes.Offset, key, all, written);
        return null;
    }
}
