using System.Globalization;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Lms.Web.Content.Pack;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Blocks.Callouts;

/// <summary>The line below a norm: «Закон … № 3739-VI, ст. 1 · станом на 23 листопада 2026».</summary>
internal static class LawSource
{
    private const string Act = "act";
    private const string Article = "article";
    private const string AsOf = "as-of";

    /// <summary>Null, with findings, when the norm names no act of the register or no day.</summary>
    public static string? Of(MarkupText text, CalloutMarker marker)
    {
        if (marker.Attributes is not { } attributes)
        {
            text.Report(CalloutTexts.LawWithoutSource, marker.Offset);
            return null;
        }

        text.Refuse(attributes, "#", Act, Article, AsOf);
        return (ActOf(text, attributes), DayOf(text, attributes)) is ({ } act, { } day)
            ? Line(act, attributes[Article], day, text.Setting)
            : null;
    }

    private static LegalAct? ActOf(MarkupText text, AttributeList attributes)
    {
        if (attributes[Act] is not { } id)
        {
            text.Report(CalloutTexts.LawWithoutSource, attributes.Offset);
            return null;
        }

        var acts = text.Setting.Acts;
        if (acts.Find(id) is { } act)
        {
            if (act.State == ActState.Changed)
            {
                text.Report(CalloutTexts.ChangedAct, attributes.Offset, id);
            }

            return act;
        }

        var nearest = Nearest.To(id, acts.Acts.Select(known => known.Id));
        text.Report(CalloutTexts.UnknownAct, attributes.Offset, nearest, [id]);
        return null;
    }

    private static DateOnly? DayOf(MarkupText text, AttributeList attributes)
    {
        if (attributes[AsOf] is not { } written)
        {
            text.Report(CalloutTexts.LawWithoutSource, attributes.Offset);
            return null;
        }

        if (Fields.TryDate(written, out var day))
        {
            return day;
        }

        text.Report(YamlTexts.ExpectsDate, attributes.Offset, AsOf, written);
        return null;
    }

    private static string Line(LegalAct act, string? article, DateOnly day, MarkupSetting setting)
    {
        var culture = CultureInfo.GetCultureInfo(setting.IsEnglish ? "en-GB" : "uk-UA");
        var number =
            act.Number.Length == 0 ? ""
            : setting.IsEnglish ? $" No. {act.Number}"
            : $" № {act.Number}";
        var place = string.IsNullOrWhiteSpace(article) ? "" : $", {article}";
        var date = day.ToString("d MMMM yyyy", culture);
        var asOf = setting.IsEnglish ? $"as of {date}" : $"станом на {date}";
        return $"{act.Title.In(setting.Language)}{number}{place} · {asOf}";
    }
}
