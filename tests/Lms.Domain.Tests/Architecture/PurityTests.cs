using System.Xml.Linq;

namespace Lms.Domain.Tests.Architecture;

public sealed class PurityTests
{
    private static readonly string[] ClocksAndChances =
    [
        "System.DateTime.get_Now",
        "System.DateTime.get_Today",
        "System.DateTime.get_UtcNow",
        "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow",
        "System.Diagnostics.Stopwatch.",
        "System.Environment.get_TickCount",
        "System.Guid.CreateVersion7",
        "System.Guid.NewGuid",
        "System.Random.",
        "System.Security.Cryptography.RandomNumberGenerator.",
        "System.TimeProvider.",
        "System.TimeZoneInfo.get_Local",
    ];

    private static readonly string[] TheWorld =
    [
        "System.Console.",
        "System.Data.",
        "System.Diagnostics.Process.",
        "System.IO.",
        "System.Net.",
        "System.Threading.",
    ];

    [Fact]
    public void The_domain_stands_on_the_runtime_alone() =>
        Assert.All(
            DomainCode.Assembly.GetReferencedAssemblies(),
            used => Assert.StartsWith("System.", used.Name, StringComparison.Ordinal)
        );

    [Fact]
    public void The_project_references_analysers_and_nothing_else()
    {
        var project = XDocument.Load(Path.Combine(DomainCode.Folder.FullName, "Lms.Domain.csproj"));

        Assert.Equal("Microsoft.NET.Sdk", project.Root!.Attribute("Sdk")!.Value);
        Assert.Empty(project.Descendants("ProjectReference"));
        Assert.Empty(project.Descendants("FrameworkReference"));
        Assert.All(
            project.Descendants("PackageReference"),
            package => Assert.Equal("all", package.Attribute("PrivateAssets")?.Value)
        );
    }

    [Fact]
    public void The_domain_has_no_clock_and_no_chance() =>
        Assert.Empty(Calls(DomainCode.Types, ClocksAndChances));

    [Fact]
    public void The_domain_reads_no_file_asks_no_network_and_waits_for_nobody() =>
        Assert.Empty(Calls(DomainCode.Types, TheWorld));

    [Fact]
    public void A_call_is_seen()
    {
        Assert.Equal(
            [
                "Specimen calls System.DateTimeOffset.get_UtcNow",
                "Specimen calls System.Random..ctor",
                "Specimen calls System.Random.Next",
            ],
            Calls([typeof(Specimen)], ClocksAndChances).Order(StringComparer.Ordinal)
        );
        Assert.Equal(["Specimen calls System.IO.File.Exists"], Calls([typeof(Specimen)], TheWorld));
    }

    private static IEnumerable<string> Calls(IEnumerable<Type> users, string[] unwanted) =>
        from user in users
        from used in CompiledUses.MembersUsedBy(user)
        let name = used is Type type ? $"{type.FullName}." : $"{used.DeclaringType}.{used.Name}"
        where unwanted.Any(start => name.StartsWith(start, StringComparison.Ordinal))
        select $"{user.Name} calls {name}";

    private static class Specimen
    {
        public static bool Looks(string path) => File.Exists(path);

        public static DateTimeOffset Asks() => DateTimeOffset.UtcNow.AddDays(new Random().Next());
    }
}
