using System.CommandLine;

namespace Lms.Web.Doctor;

/// <summary><c>doctor [--quick]</c>: the machine and the installation, in sentences.</summary>
internal static class DoctorVerb
{
    public static Command Command()
    {
        var quick = new Option<bool>("--quick")
        {
            Description =
                "Без перевірки всієї бази, журналу, пошти й вмісту. | Without looking through all of the database, the log, the mail and the content.",
        };
        var command = new Command(
            "doctor",
            "Оглядає машину й установку. | Looks at the machine and the installation."
        )
        {
            quick,
        };
        command.SetAction(
            (parsed, _) => RunAsync(parsed.GetValue(quick), parsed.InvocationConfiguration.Output)
        );
        return command;
    }

    /// <returns>1 when something is red.</returns>
    private static async Task<int> RunAsync(bool isQuick, TextWriter output)
    {
        var isRed = false;
        try
        {
            await using var app = LmsApplication.Build([]);
            await foreach (var sign in Examination.RunAsync(app, isQuick))
            {
                isRed |= sign.Light == Light.Red;
                await output.WriteLineAsync(sign.ToString());
            }
        }
        catch (StartRefused refused)
        {
            foreach (var sentence in refused.Sentences)
            {
                await output.WriteLineAsync($"{"[погано | bad]", -16} {sentence}");
            }

            return 1;
        }

        return isRed ? 1 : 0;
    }
}
