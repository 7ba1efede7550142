using Lms.Domain.Certification;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Pack;

/// <summary>Terms as a pack writes them: <c>24 months</c>, <c>90 days</c>, <c>1 month 15 days</c>.</summary>
internal static class Terms
{
    private const int MostMonths = 1200;
    private const int MostDays = 3660;

    /// <summary>Null when absent; a wrong one is reported.</summary>
    public static Term? Term(this Fields fields, string key)
    {
        if (fields.Find(key) is not { } node)
        {
            return null;
        }

        var written = (node as YamlScalar)?.Value.Trim() ?? "";
        if (Read(written.Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { } term)
        {
            return term;
        }

        fields.Report(node, CertificationTexts.ExpectsTerm, key, written);
        return null;
    }

    /// <summary>Days alone; <paramref name="otherwise"/> when absent.</summary>
    public static int Days(this Fields fields, string key, int otherwise)
    {
        var term = fields.Find(key) is YamlScalar { Value: "none" }
            ? Domain.Certification.Term.None
            : fields.Term(key);
        if (term is { Months: > 0 })
        {
            var written = ((YamlScalar)fields.Find(key)!).Value;
            fields.ReportKey(key, CertificationTexts.ExpectsTerm, key, written);
        }

        return term?.Days ?? otherwise;
    }

    private static Term? Read(string[] words) =>
        words switch
        {
            [var months, "months" or "month"] => Of(Durations.Number(months), 0),
            [var days, "days" or "day"] => Of(0, Durations.Number(days)),
            [var months, "months" or "month", var days, "days" or "day"] => Of(
                Durations.Number(months),
                Durations.Number(days)
            ),
            _ => null,
        };

    private static Term? Of(int months, int days) =>
        months is >= 0 and <= MostMonths && days is >= 0 and <= MostDays && months + days > 0
            ? new(months, days)
            : null;
}
