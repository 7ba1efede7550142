using System.Reflection;
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
    public void The_domain_has_no_clock_and_no_chance() => Assert.Empty(Calls(ClocksAndChances));

    [Fact]
    public void The_domain_reads_no_file_asks_no_network_and_waits_for_nobody() =>
        Assert.Empty(Calls(TheWorld));

    [Fact]
    public void A_call_is_seen()
    {
        var seen = CompiledUses.MembersUsedBy(typeof(PurityTests)).Select(Name).ToList();

        Assert.Contains("System.IO.Path.Combine", seen);
        Assert.Contains(
            Name(typeof(PurityTests)),
            Name(typeof(PurityTests)),
            StringComparison.Ordinal
        );
    }

    private static IEnumerable<string> Calls(string[] unwanted) =>
        from user in DomainCode.Types
        from used in CompiledUses.MembersUsedBy(user)
        let name = Name(used)
        where unwanted.Any(start => name.StartsWith(start, StringComparison.Ordinal))
        select $"{user} calls {name}";

    private static string Name(MemberInfo member) =>
        member is Type type
            ? $"{type.FullName}."
            : $"{member.DeclaringType?.FullName}.{member.Name}";
}
