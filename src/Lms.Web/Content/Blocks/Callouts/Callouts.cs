using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Markdig.Syntax;

namespace Lms.Web.Content.Blocks.Callouts;

/// <summary>Checks the callouts of a text and settles how they are shown.</summary>
internal static class Callouts
{
    public static void Check(MarkupText text)
    {
        foreach (var quote in text.Blocks<QuoteBlock>())
        {
            if (CalloutParser.MarkerOf(quote) is { } marker && KindOf(text, marker) is { } kind)
            {
                var title = Callout.TitleOf(kind, text.Setting.IsEnglish);
                quote.SetData(
                    typeof(Callout),
                    new Callout(kind, title, SourceOf(text, kind, marker))
                );
            }
        }
    }

    private static CalloutKind? KindOf(MarkupText text, CalloutMarker marker)
    {
        if (marker.After.Length > 0)
        {
            text.Report(CalloutTexts.NotAlone, marker.Offset, marker.Word);
        }

        if (Callout.Kinds.TryGetValue(marker.Word, out var kind))
        {
            return kind;
        }

        var nearest = Nearest.To(marker.Word, Callout.Kinds.Keys);
        text.Report(CalloutTexts.UnknownKind, marker.Offset, nearest, [marker.Word]);
        return null;
    }

    private static string? SourceOf(MarkupText text, CalloutKind kind, CalloutMarker marker)
    {
        if (kind == CalloutKind.Law)
        {
            return LawSource.Of(text, marker);
        }

        if (marker.Attributes is { } attributes)
        {
            text.Refuse(attributes, "#");
        }

        return null;
    }
}
