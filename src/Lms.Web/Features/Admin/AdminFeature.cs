using Lms.Web.Features.Admin.Audit;
using Lms.Web.Features.Admin.Certificates;
using Lms.Web.Features.Admin.Certificates.Signing;
using Lms.Web.Features.Admin.Mail;
using Lms.Web.Features.Admin.Merging;
using Lms.Web.Features.Admin.People;
using Lms.Web.Features.Admin.Settings;

namespace Lms.Web.Features.Admin;

public static class AdminFeature
{
    public static void AddAdmin(this IServiceCollection services)
    {
        services.AddScoped<GiveCourse>();
        services.AddScoped<TrainerReads>();
        services.AddScoped<AuditReads>();
        services.AddScoped<ExportLog>();
        services.AddScoped<RegisterReads>();
        services.AddScoped<CardReads>();
        services.AddScoped<LoginReads>();
        services.AddScoped<ChangeName>();
        services.AddScoped<GiveGrant>();
        services.AddScoped<CloseAccount>();
        services.AddScoped<Duplicates>();
        services.AddScoped<MergePeople>();
        services.AddScoped<UndoMerge>();
        services.AddScoped<InstallationFacts>();
        services.AddScoped<TestMail>();
        services.AddScoped<CertificateReads>();
        services.AddScoped<RevokeCertificate>();
        services.AddScoped<ReissueCertificate>();
        services.AddScoped<UnsignedBatch>();
        services.AddScoped<AttachSignatures>();
        services.AddScoped<SettleLetter>();
    }
}
