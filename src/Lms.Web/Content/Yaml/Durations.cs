using System.Globalization;

namespace Lms.Web.Content.Yaml;

/// <summary>Durations as authors write them: <c>20m</c>, <c>24h</c>, <c>3d</c>, <c>24 months</c>.</summary>
internal static class Durations
{
    private const int LongestNumber = 5;

    /// <summary>Null when absent; a wrong one is reported.</summary>
    public static TimeSpan? Duration(this Fields fields, string key, TimeSpan longest)
    {
        if (fields.Find(key) is not { } node || node is YamlScalar { Value: "none" })
        {
            return null;
        }

        var written = (node as YamlScalar)?.Value.Trim() ?? "";
        if (Read(written) is { } duration && duration <= longest)
        {
            return duration;
        }

        fields.Report(node, YamlTexts.ExpectsDuration, key, "20m, 24h", written);
        return null;
    }

    /// <summary>Null when absent; a wrong one is reported.</summary>
    public static int? Months(this Fields fields, string key)
    {
        if (fields.Find(key) is not { } node || node is YamlScalar { Value: "none" })
        {
            return null;
        }

        var written = (node as YamlScalar)?.Value.Trim() ?? "";
        var words = written.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (
            words is [var number, "months" or "month"]
            && Number(number) is > 0 and <= 1200 and var months
        )
        {
            return months;
        }

        fields.Report(node, YamlTexts.ExpectsDuration, key, "24 months", written);
        return null;
    }

    public static TimeSpan? Read(string text) =>
        text.Length > 1 && Number(text[..^1]) is > 0 and var number
            ? text[^1] switch
            {
                'm' => TimeSpan.FromMinutes(number),
                'h' => TimeSpan.FromHours(number),
                'd' => TimeSpan.FromDays(number),
                _ => null,
            }
            : null;

    /// <summary>Digits alone, else -1.</summary>
    public static int Number(string text) =>
        text.Length is > 0 and <= LongestNumber && text.All(char.IsAsciiDigit)
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : -1;
}
