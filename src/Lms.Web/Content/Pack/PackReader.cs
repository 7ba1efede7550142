using Lms.Web.Content.Files;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Pack;

/// <summary>Reads a pack as far as it can be read. Ask the findings before using it.</summary>
public static class PackReader
{
    private static readonly string[] Known =
    [
        "organisation.yml",
        "territory.csv",
        "institutions.csv",
        "roles.yml",
        "competences.yml",
        "help-lines.yml",
        "acts.yml",
        "demo.yml",
    ];

    private static readonly string[] NotOpen = ["certifications", "coverage.yml", "map.geojson"];

    /// <param name="folder">Paths of findings begin with its name.</param>
    public static OrganisationPack Read(string folder, Findings findings)
    {
        var files = new PackFolder(folder, findings);
        if (!files.Exists)
        {
            files.Report("", FileTexts.Missing);
            return new();
        }

        files.RefuseStrangers(Known, NotOpen);
        var pack = OrganisationReader.Read(files, out var levels);
        pack = pack with { Territories = TerritoryReader.Read(files, levels) };
        pack = pack with
        {
            Institutions = InstitutionReader.Read(files, pack.Territories),
            StaffRoles = StaffRoleReader.Read(files),
            Acts = ActReader.Read(files),
        };
        pack = pack with { Notice = NoticeReader.Read(files, pack) };
        pack = CompetenceReader.Read(files, pack);
        pack = pack with { HelpLines = HelpLineReader.Read(files, pack.Territories) };
        return pack with { Demo = DemoReader.Read(files, pack) };
    }
}
