using System.CommandLine;
using Lms.Web;
using Lms.Web.Access;
using Lms.Web.Backups;
using Lms.Web.Content;
using Lms.Web.Content.Exchange;
using Lms.Web.Doctor;
using Lms.Web.Features.Account;
using Lms.Web.Features.Certificates;
using Lms.Web.Features.Manage.People.Import;
using Lms.Web.Features.Privacy;
using Lms.Web.Features.Shared.Demo;

var root = new RootCommand("LMS: навчання фахівців | training for professionals")
{
    ServeVerb.Command(args),
    CheckVerb.Command(),
    PublishVerb.Command(),
    DemoVerb.Command(),
    PeopleVerb.Command(),
    QuestionsVerb.Command(),
    AdminVerb.Command(),
    PersonVerb.Command(),
    CertificateVerb.Command(),
    EndpointsVerb.Command(),
    BackupVerb.Command(),
    RestoreVerb.Command(),
    DoctorVerb.Command(),
};
root.TreatUnmatchedTokensAsErrors = true;

try
{
    var parsed = root.Parse(args.Length == 0 ? ["serve"] : args);
    var wrongUse = parsed.Errors.Count > 0;
    var code = await parsed.InvokeAsync(
        new InvocationConfiguration { EnableDefaultExceptionHandler = false }
    );
    return wrongUse ? 2 : code;
}
catch (StartRefused refused)
{
    foreach (var sentence in refused.Sentences)
    {
        await Console.Error.WriteLineAsync(sentence);
    }

    return 1;
}
catch (Exception failure) when (StartFault.Of(failure) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
