using System.Globalization;
using Lms.Domain.Cases;
using Lms.Domain.Courses;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Cases;

/// <summary><c>meters: {safety: безпека}</c>: what the choices of a case move.</summary>
internal static class MeterReader
{
    // More than fit beside a scene on a phone.
    private const int MostMeters = 5;

    public static IReadOnlyList<Meter> Read(Fields fields)
    {
        if (fields.Map("meters") is not { } map)
        {
            return [];
        }

        var entries = map.Entries.ToList();
        if (entries.Count > MostMeters)
        {
            var most = MostMeters.ToString(CultureInfo.InvariantCulture);
            fields.Report(entries[MostMeters].Key, CaseTexts.TooManyMeters, most);
        }

        return [.. entries.Take(MostMeters).Select(entry => Of(map, entry))];
    }

    private static Meter Of(Fields map, YamlEntry entry)
    {
        var code = entry.Key.Value;
        if (!Slug.IsValid(code) || !char.IsAsciiLetterLower(code[0]) || code == ChoiceReader.Breach)
        {
            map.Report(entry.Key, CaseTexts.BadMeter, code);
        }

        return new(code, map.RequiredText(code));
    }
}
