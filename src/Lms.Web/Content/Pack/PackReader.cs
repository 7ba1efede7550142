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
        CertificationReader.Folder,
        CoverageReader.FileName,
    ];

    private static readonly string[] NotOpen = ["map.geojson"];

    /// <param name="folder">
    /// Paths of findings begin with its name. The courses and campaigns that belong to it stand beside it.
    /// </param>
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
        pack = pack with { Demo = DemoReader.Read(files, pack) };
        var beside = Path.GetDirectoryName(
            Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))
        )!;
        var courses = PackCourses.Of(Path.Combine(beside, "courses"));
        pack = CertificationReader.Read(files, pack, courses);
        pack = pack with { CoverageRules = CoverageReader.Read(files, pack) };
        var campaigns = new PackFolder(Path.Combine(beside, CampaignReader.Folder), findings);
        return pack with { Campaigns = CampaignReader.Read(campaigns, pack, courses) };
    }
}
