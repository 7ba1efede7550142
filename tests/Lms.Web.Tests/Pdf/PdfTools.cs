using System.Diagnostics;
using System.Text;

namespace Lms.Web.Tests.Pdf;

/// <summary>
/// Asks qpdf and poppler, programs of other authors, what they make of our files.
/// </summary>
internal static class PdfTools
{
    /// <summary>
    /// The paragraphs pdfinfo reads from the tags, with their tags, in reading order.
    /// </summary>
    public static Task<string> StructureOf(byte[] pdf) => Run(pdf, "pdfinfo", "-struct-text");

    public static Task<string> AboutOf(byte[] pdf) => Run(pdf, "pdfinfo");

    public static Task<string> FontsOf(byte[] pdf) => Run(pdf, "pdffonts");

    public static Task<string> CheckOf(byte[] pdf) => Run(pdf, "qpdf", "--check");

    /// <summary>The text as it is copied from a reader, its lines joined with spaces.</summary>
    public static async Task<string> TextOf(byte[] pdf)
    {
        var text = await Run(pdf, "pdftotext", "-raw", "-enc", "UTF-8", "{file}", "-");
        var words = text.Split([' ', '\n', '\f'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words);
    }

    /// <summary>The first page in grey, [row, column], 0 for black.</summary>
    public static async Task<byte[,]> PictureOf(byte[] pdf, int dotsPerInch)
    {
        var root = Path.GetTempFileName();
        try
        {
            var dots = dotsPerInch.ToString();
            await Run(pdf, "pdftoppm", "-gray", "-singlefile", "-r", dots, "{file}", root);
            return ReadGreyMap(await File.ReadAllBytesAsync(root + ".pgm"));
        }
        finally
        {
            File.Delete(root);
            File.Delete(root + ".pgm");
        }
    }

    /// <summary>A file that the PDF carries, of text.</summary>
    public static Task<string> AttachmentOf(byte[] pdf, string name) =>
        Run(pdf, "qpdf", "{file}", $"--show-attachment={name}");

    /// <summary>The same sheet with another file under the name of the one it carries.</summary>
    public static async Task<byte[]> WithAttachment(byte[] pdf, string name, string content)
    {
        var folder = Directory.CreateTempSubdirectory("lms-pdf-").FullName;
        try
        {
            var (file, made) = (Path.Combine(folder, name), Path.Combine(folder, "made.pdf"));
            await File.WriteAllTextAsync(file, content);
            await Run(pdf, "qpdf", "{file}", $"--remove-attachment={name}", made);
            var bare = await File.ReadAllBytesAsync(made);
            await Run(bare, "qpdf", "{file}", "--add-attachment", file, "--", made);
            return await File.ReadAllBytesAsync(made);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The file with its objects laid open.</summary>
    public static Task<string> ObjectsOf(byte[] pdf) =>
        Run(
            pdf,
            "qpdf",
            "--qdf",
            "--object-streams=disable",
            "--no-original-object-ids",
            "--normalize-content=n",
            "--newline-before-endstream",
            "{file}",
            "-"
        );

    /// <summary>A file again, of objects that somebody changed.</summary>
    public static async Task<byte[]> MendedAsync(string objects) =>
        Encoding.Latin1.GetBytes(await Run(Encoding.Latin1.GetBytes(objects), "fix-qdf", "{file}"));

    /// <summary>What a scanner reads off a grey picture.</summary>
    public static async Task<string> ScanOf(byte[,] picture)
    {
        var (height, width) = (picture.GetLength(0), picture.GetLength(1));
        var grey = new byte[height * width];
        Buffer.BlockCopy(picture, 0, grey, 0, grey.Length);
        byte[] map = [.. Encoding.ASCII.GetBytes($"P5 {width} {height} 255\n"), .. grey];
        return (await Run(map, "zbarimg", "--nodbus", "--raw", "--quiet")).Trim();
    }

    private static byte[,] ReadGreyMap(byte[] file)
    {
        var head = Encoding.ASCII.GetString(file, 0, 40).Split((char[])[' ', '\n'], 5);
        var (width, height) = (int.Parse(head[1]), int.Parse(head[2]));
        var picture = new byte[height, width];
        Buffer.BlockCopy(file, file.Length - width * height, picture, 0, width * height);
        return picture;
    }

    private static async Task<string> Run(byte[] pdf, string tool, params string[] arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf);
            var start = new ProcessStartInfo(tool)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding =
                    tool is "fix-qdf" || arguments.Contains("--qdf")
                        ? Encoding.Latin1
                        : Encoding.UTF8,
            };
            var all = arguments.Contains("{file}") ? arguments : [.. arguments, "{file}"];
            foreach (var argument in all)
            {
                start.ArgumentList.Add(argument == "{file}" ? file : argument);
            }

            using var process =
                Process.Start(start)
                ?? throw new InvalidOperationException($"{tool} did not start.");
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, $"{tool}: {await errors}{output}");
            Assert.Equal("", await errors);
            return output;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
