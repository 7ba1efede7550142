using Lms.Domain.Courses;
using Lms.Web.Content.Files;

namespace Lms.Web.Content.Exchange.Bank;

/// <summary>The file of a bank within a course folder.</summary>
internal sealed record BankPlace(string Path)
{
    private const string Ending = ".bank.md";

    /// <summary>Null when no bank can stand there: only in <c>banks</c> of a course.</summary>
    public static BankPlace? Of(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        var name = System.IO.Path.GetFileName(full);
        var folder = System.IO.Path.GetDirectoryName(full);
        var course = System.IO.Path.GetDirectoryName(folder);
        var isBank =
            name.EndsWith(Ending, StringComparison.Ordinal)
            && Slug.IsValid(name[..^Ending.Length])
            && System.IO.Path.GetFileName(folder) == "banks"
            && File.Exists(System.IO.Path.Combine(course ?? "", "course.md"));
        return isBank ? new(full) : null;
    }

    /// <summary>What stands there; empty when nothing does. Null, and said, when it is no text of ours.</summary>
    public string? Read(ImportFile file)
    {
        if (!Exists)
        {
            return "";
        }

        var findings = new Findings();
        if (SourceFile.Open(Path, Path, findings) is null)
        {
            foreach (var finding in findings.All)
            {
                file.Add(finding);
            }

            return null;
        }

        return File.ReadAllText(Path);
    }

    public bool Exists => File.Exists(Path);

    /// <summary>All of it or nothing: a cut does not leave half a bank.</summary>
    public void Write(string text)
    {
        var folder = Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!).FullName;
        var draft = System.IO.Path.Combine(folder, "." + System.IO.Path.GetRandomFileName());
        try
        {
            using (var stream = new FileStream(draft, FileMode.CreateNew))
            {
                stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
                stream.Flush(flushToDisk: true);
            }

            File.Move(draft, Path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
