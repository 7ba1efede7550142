using Lms.Domain.People;
using Lms.Domain.Territories;

namespace Lms.Web.Content.Pack;

/// <summary>institutions.csv.</summary>
internal static class InstitutionReader
{
    public static IReadOnlyList<Institution> Read(PackFolder files, TerritoryTree territories)
    {
        if (files.Open("institutions.csv") is not { } file)
        {
            return [];
        }

        var codes = new HashSet<string>(StringComparer.Ordinal);
        var institutions = new List<Institution>();
        foreach (var row in CsvTable.Read(file, "code", "name_uk", "name_en", "territory", "kind"))
        {
            var (code, territory) = (row.Required("code"), new TerritoryCode(row["territory"]));
            if (!codes.Add(code))
            {
                row.Report("code", PackTexts.DuplicateCode, code);
                continue;
            }

            if (territories.Find(territory) is null)
            {
                row.Report("territory", PackTexts.UnknownCode, territory.Value, "territory.csv");
            }

            institutions.Add(
                new()
                {
                    Code = code,
                    Name = new(row["name_uk"], row["name_en"]),
                    Territory = territory,
                    Kind = row["kind"],
                }
            );
        }

        return institutions;
    }
}
