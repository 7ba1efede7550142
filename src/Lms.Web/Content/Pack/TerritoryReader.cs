using System.Globalization;
using Lms.Domain.Shared;
using Lms.Domain.Territories;
using Lms.Web.Content.Files;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Pack;

/// <summary>territory.csv against the levels of organisation.yml.</summary>
internal static class TerritoryReader
{
    private static readonly TerritoryLevel[] OneLevel = [new("place", LocalText.Empty, true)];

    public static readonly TerritoryTree NoTerritories = new(OneLevel, []);

    public static TerritoryTree Read(PackFolder files, IReadOnlyList<TerritoryLevel> levels)
    {
        if (files.Open("territory.csv") is not { } file)
        {
            return NoTerritories;
        }

        var rows = CsvTable.Read(
            file,
            "code",
            "level",
            "parent",
            "name_uk",
            "name_en",
            "kind",
            "population"
        );
        var byCode = new Dictionary<string, CsvRow>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var code = row.Required("code");
            if (code.Length > 0 && !byCode.TryAdd(code, row))
            {
                row.Report("code", PackTexts.DuplicateCode, code);
            }
        }

        var sound = byCode
            .Values.Where(row => IsSound(row, byCode, levels))
            .Select(Territory)
            .ToList();
        return levels.Count(level => level.IsCounted) == 1 ? new(levels, sound) : NoTerritories;
    }

    /// <summary>
    /// Whether the level is known and the parent is of the next wider level, so that nothing can
    /// lie within itself.
    /// </summary>
    private static bool IsSound(
        CsvRow row,
        Dictionary<string, CsvRow> byCode,
        IReadOnlyList<TerritoryLevel> levels
    )
    {
        if (row["name_uk"].Length == 0 && row["name_en"].Length == 0)
        {
            row.Report("name_uk", PackTexts.EmptyValue, "name_uk, name_en");
        }

        var codes = levels.Select(level => level.Code).ToList();
        var depth = codes.IndexOf(row["level"]);
        if (depth < 0)
        {
            string[] args = ["level", string.Join(", ", codes), row["level"]];
            row.Report("level", YamlTexts.ExpectsOneOf, Nearest.To(row["level"], codes), args);
            return false;
        }

        var parent = row["parent"];
        var expected = depth == 0 ? "" : codes[depth - 1];
        var isSound =
            depth == 0
                ? parent.Length == 0
                : byCode.TryGetValue(parent, out var above) && above["level"] == expected;
        if (!isSound)
        {
            row.Report("parent", PackTexts.WrongParent, row["level"], depth == 0 ? "—" : expected);
        }

        return isSound;
    }

    private static Territory Territory(CsvRow row) =>
        new()
        {
            Code = new(row["code"]),
            Level = row["level"],
            Parent = row["parent"].Length == 0 ? null : new TerritoryCode(row["parent"]),
            Name = new(row["name_uk"], row["name_en"]),
            Kind = row["kind"],
            Population = Population(row),
        };

    private static int? Population(CsvRow row)
    {
        var written = row["population"];
        if (written.Length == 0)
        {
            return null;
        }

        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var people))
        {
            return people;
        }

        row.Report("population", YamlTexts.ExpectsNumber, "population", "0", "2147483647");
        return null;
    }
}
