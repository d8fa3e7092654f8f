module counterpart.example/clients

go 1.18
