using System.Reflection;
using System.Runtime.CompilerServices;
using Lms.Domain.Shared;

namespace Lms.Domain.Tests.Architecture;

/// <summary>The domain as compiled and as written.</summary>
internal static class DomainCode
{
    public static readonly Assembly Assembly = typeof(Points).Assembly;

    public static readonly DirectoryInfo Repository = Root(new(AppContext.BaseDirectory));

    public static readonly DirectoryInfo Folder = new(
        Path.Combine(Repository.FullName, "src", "Lms.Domain")
    );

    /// <summary>All types, those that the compiler made of bodies included.</summary>
    public static IEnumerable<Type> Types =>
        Assembly
            .GetTypes()
            .Where(type => type.Namespace?.StartsWith("Lms.Domain", Ordinal) == true);

    public static IEnumerable<Type> WrittenTypes =>
        Types.Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false));

    /// <summary>The source files by their paths in the project, with <c>/</c>.</summary>
    public static IReadOnlyDictionary<string, string> Sources { get; } =
        Folder
            .EnumerateFiles("*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Relative(file), file.FullName))
            .Where(file => file.Path.Split('/')[0] is not ("bin" or "obj"))
            .ToDictionary(file => file.Path, file => File.ReadAllText(file.FullName));

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private static string Relative(FileInfo file) =>
        Path.GetRelativePath(Folder.FullName, file.FullName).Replace('\\', '/');

    private static DirectoryInfo Root(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Lms.sln"))
            ? folder
            : Root(folder.Parent ?? throw new DirectoryNotFoundException("No Lms.sln above."));
}
