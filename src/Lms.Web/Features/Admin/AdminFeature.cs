using Lms.Web.Features.Admin.Certificates;
using Lms.Web.Features.Admin.Certificates.Signing;

namespace Lms.Web.Features.Admin;

public static class AdminFeature
{
    public static void AddAdmin(this IServiceCollection services)
    {
        services.AddScoped<GiveCourse>();
        services.AddScoped<TrainerReads>();
        services.AddScoped<CertificateReads>();
        services.AddScoped<RevokeCertificate>();
        services.AddScoped<ReissueCertificate>();
        services.AddScoped<UnsignedBatch>();
        services.AddScoped<AttachSignatures>();
    }
}
