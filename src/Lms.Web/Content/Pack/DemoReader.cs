using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Pack;

/// <summary>demo.yml; a pack may come without.</summary>
internal static class DemoReader
{
    private const string FileName = "demo.yml";
    private const int MostPeople = 100_000;

    /// <summary>The access roles of the product, by their names.</summary>
    private static readonly Dictionary<string, int> Roles = new()
    {
        ["specialist"] = 0,
        ["trainer"] = 1,
        ["author"] = 2,
        ["manager"] = 3,
        ["auditor"] = 4,
        ["admin"] = 5,
    };

    public static DemoPeople? Read(PackFolder files, OrganisationPack pack)
    {
        if (!files.Has(FileName) || files.Fields(FileName) is not { } fields)
        {
            return null;
        }

        var accounts = new List<DemoAccount>();
        foreach (var row in fields.Rows("accounts"))
        {
            var account = Account(row, pack);
            row.RefuseTheRest();
            if (row.IsFirst(account.Email, "email", accounts.Select(known => known.Email)))
            {
                accounts.Add(account);
            }
        }

        var demo = new DemoPeople(
            fields.RequiredText("password"),
            fields.Whole("people", 0, MostPeople) ?? 0,
            accounts
        );
        fields.RefuseTheRest();
        return demo;
    }

    private static DemoAccount Account(Fields row, OrganisationPack pack)
    {
        row.Require("role");
        row.Choice("role", Roles);
        return new()
        {
            Email = Email(row),
            Role = row.Text("role"),
            Name = new(row.RequiredText("family"), row.Text("given"), row.Text("patronymic")),
            NameEn = row.Text("name-en"),
            Territory = Community(row, pack.Territories),
            StaffRoles = StaffRoles(row, pack),
            Institution = Institution(row, pack),
            Scope = Territories.Known(row, "scope", pack.Territories),
        };
    }

    private static string Email(Fields row)
    {
        var email = row.RequiredText("email");
        if (email.Length > 0 && email.Split('@') is not [{ Length: > 0 }, { Length: > 0 }])
        {
            row.Report(row.Find("email")!, PackTexts.ExpectsEmail, "email");
        }

        return email;
    }

    private static TerritoryCode Community(Fields row, TerritoryTree territories)
    {
        row.Require("territory");
        if (Territories.Known(row, "territory", territories) is not { } code)
        {
            return new("");
        }

        if (!territories.IsCommunity(code))
        {
            var level = territories.Levels.Single(level => level.IsCounted).Code;
            row.Report(row.Find("territory")!, PackTexts.NotCounted, code.Value, level);
        }

        return code;
    }

    private static IReadOnlyList<string> StaffRoles(Fields row, OrganisationPack pack)
    {
        var known = pack.StaffRoles.Select(role => role.Code).ToList();
        var codes = row.Scalars("staff-roles")
            .Select(code => Codes.Known(row, code, known, "roles.yml"));
        return [.. codes.OfType<string>()];
    }

    private static string? Institution(Fields row, OrganisationPack pack)
    {
        if (row.OptionalText("institution") is not { } code)
        {
            return null;
        }

        if (pack.Institution(code) is null)
        {
            row.Report(row.Find("institution")!, PackTexts.UnknownCode, code, "institutions.csv");
        }

        return code;
    }
}
