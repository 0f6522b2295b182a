Attribute VB_Name = "KhoaGiao"
Option Explicit

' One Sub per action of khoagiao_xl.actions.ACTIONS: the buttons of the dashboard bear their names.
' VBA source is code-page text, so it stays ASCII: every Vietnamese word stands in a cell or in Python.

Public Sub KG_NapHuongDan()
    KG_Run "nap_huong_dan"
End Sub

Public Sub KG_KiemTraKeHoach()
    KG_Run "kiem_tra_ke_hoach"
End Sub

Public Sub KG_PhatBieuMau()
    KG_Run "phat_bieu_mau"
End Sub

Public Sub KG_TiepNhan()
    KG_Run "tiep_nhan"
End Sub

Public Sub KG_TongHop()
    KG_Run "tong_hop"
End Sub

Public Sub KG_XuatBaoCao()
    KG_Run "xuat_bao_cao"
End Sub

Public Sub KG_DonDoc()
    KG_Run "don_doc"
End Sub

Public Sub KG_KhoiPhuc()
    KG_Run "khoi_phuc"
End Sub

' Every button of the ribbon: its tag is the action.
Public Sub KG_Ribbon(ByVal control As Object)
    KG_Run control.Tag
End Sub

' Python works on the closed file: save, hand over the full path and the period, close; Python opens the file again.
' RunPython is looked up by its name: in this workbook or in an add-in, and a missing one can be caught.
Private Sub KG_Run(ByVal actionId As String)
    Dim master As String
    Dim words As String
    KG_Tell ""
    If Not ThisWorkbook.Saved Then ThisWorkbook.Save
    ' In LibreOffice FullName is the bare name; Python takes "/" everywhere.
    master = ThisWorkbook.Path & "/" & ThisWorkbook.Name
    words = KG_Quoted(actionId) & ", " & KG_Quoted(master) & ", " & KG_Quoted(KG_Text("kgKy"))
    On Error GoTo Missing
    Application.Run "RunPython", "import khoagiao_xl.buttons as b; b.press(" & words & ")"
    On Error GoTo 0
    ThisWorkbook.Close False
    Exit Sub
Missing:
    KG_Tell KG_Text("kgHuongDanCaiDat")
End Sub

' A Python string: a quote inside, as in a folder's name, would end it.
Private Function KG_Quoted(ByVal text As String) As String
    KG_Quoted = "r'" & Replace(text, "'", "'+'\x27'+r'") & "'"
End Function

' The text of a named cell.
Private Function KG_Text(ByVal cellName As String) As String
    KG_Text = CStr(ThisWorkbook.Names(cellName).RefersToRange.Cells(1, 1).Value)
End Function

' Show a text on the line under the buttons; writing what stands there already would mark the workbook as changed.
Private Sub KG_Tell(ByVal text As String)
    If KG_Text("kgTinNhan") <> text Then ThisWorkbook.Names("kgTinNhan").RefersToRange.Cells(1, 1).Value = text
End Sub
